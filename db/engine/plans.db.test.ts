import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { createCollection } from '#lib/entities/create-collection.ts';
import { planDailyRun, type RunSettings, type Step } from '#lib/retention/rules/plan.ts';
import type { Policy } from '#lib/retention/rules/policy.ts';
import { type Instant, parseDay } from '#lib/time.ts';
import { read, type Tx, transaction } from '../client.ts';
import { plansOf } from '../testing/explaining.ts';
import { testDatabase } from '../testing/test-database.ts';
import { testWorkspace } from '../testing/workspaces.ts';
import { runStep } from './run-step.ts';
import { unmarkAccounts } from './unmark-accounts.ts';

const { url } = testDatabase();

const DAY = parseDay('2026-07-20');
const BEGAN = '2026-07-20T02:00:00.000Z' as Instant;
const ROWS = 20_000;

let workspaceId: string;
let collectionId: string;

beforeAll(async () => {
  for (const _ of ['a neighbour', 'here']) {
    const workspace = await testWorkspace(BEGAN);
    workspaceId = workspace.workspaceId;
    await createCollection(workspace.ctx, { collection: 'deals' });
    await transaction(workspaceId, (tx) => fill(tx, workspaceId));
  }
  const owner = postgres(url, { max: 1 });
  await owner`analyze accounts, users, objects, collections`;
  await owner.end();
  const [collection] = await read(workspaceId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from collections where workspace_id = ${workspaceId}`),
  );
  collectionId = collection?.id ?? '';
});

const KINDS = ['accounts', 'users', 'deals', 'free_accounts'];

/** Every policy on with 395 days, which one row in a hundred has reached. */
function settings({ changed = [], off = [] }: { changed?: string[] | undefined; off?: string[] | undefined } = {}): RunSettings {
  const policy = (kind: string): Policy => {
    const clock = off.includes(kind)
      ? { days: null, mode: null, since: null }
      : { days: 395, mode: 'included' as const, since: '2020-01-01T00:00:00.000Z' as Instant };
    return { kind, inherits: false, ...clock };
  };
  return {
    at: BEGAN,
    policies: { initializedAt: BEGAN, policies: KINDS.map(policy) },
    collections: [{ id: collectionId, name: 'deals' }],
    markingPaused: false,
    purgingPaused: false,
    breaker: { share: 20, floor: 1 },
    accepted: {},
    refused: [],
    changedKinds: changed,
  };
}

test.each<{ name: string; indexes: string[]; pick: (step: Step) => boolean; changed?: string[]; off?: string[] }>([
  { name: 'end-holds', indexes: ['holds_ending'], pick: (s) => s.name === 'end-holds' },
  {
    name: 'lift-accounts among all',
    indexes: ['accounts_marked', 'accounts_along'],
    pick: (s) => s.name === 'lift-accounts',
    changed: KINDS,
  },
  { name: 'lift-accounts among held', indexes: ['accounts_on_hold'], pick: (s) => s.name === 'lift-accounts' },
  { name: 'lift-along', indexes: ['accounts_on_hold', 'accounts_of_parent'], pick: (s) => s.name === 'lift-along' },
  { name: 'lift-members among all users', indexes: ['users_marked'], pick: isOf('lift-members', 'users'), changed: KINDS },
  { name: 'lift-members among all objects', indexes: ['objects_marked'], pick: isOf('lift-members', 'deals'), changed: KINDS },
  { name: 'lift-members among held users', indexes: ['accounts_on_hold', 'users_by_external_id'], pick: isOf('lift-members', 'users') },
  { name: 'lift-members among held objects', indexes: ['accounts_on_hold', 'objects_by_external_id'], pick: isOf('lift-members', 'deals') },
  {
    name: 'purge-accounts',
    indexes: ['accounts_marked', 'users_by_external_id', 'objects_by_external_id', 'accounts_of_parent'],
    pick: (s) => s.name === 'purge-accounts',
  },
  {
    name: 'purge-members: users',
    indexes: ['users_marked', 'usage_of_user'],
    pick: isOf('purge-members', 'users'),
  },
  { name: 'purge-members: objects', indexes: ['objects_marked'], pick: isOf('purge-members', 'deals') },
  { name: 'mark-accounts', indexes: ['accounts_due'], pick: (s) => s.name === 'mark-accounts' },
  { name: 'mark-accounts that expire', indexes: ['accounts_expiring'], pick: (s) => s.name === 'mark-accounts', off: ['accounts'] },
  { name: 'cascade', indexes: ['run_effects_pk', 'accounts_of_parent'], pick: (s) => s.name === 'cascade' },
  { name: 'mark-members: users', indexes: ['users_due'], pick: isOf('mark-members', 'users') },
  { name: 'mark-members: objects', indexes: ['objects_due'], pick: isOf('mark-members', 'deals') },
])('$name reads by $indexes, and no table from end to end', async ({ pick, indexes, changed, off }) => {
  const steps = planDailyRun(settings({ changed, off }), DAY).steps.filter(pick);
  expect(steps).not.toEqual([]);
  const plans = await plansOf(workspaceId, async (tx) => {
    for (const step of steps) if (step.name !== 'weigh') await runStep(tx, { workspaceId, day: DAY, chunk: 1, limit: 5_000 }, step, null);
  });
  expectIndexed(plans, indexes);
});

test('a revive reads what it takes along by its root and by the parents', async () => {
  const ids = await read(workspaceId, (tx) =>
    tx.execute<{ id: string }>(
      sql`select id from accounts where workspace_id = ${workspaceId} and marked_on is not null order by id limit 100`,
    ),
  );
  const plans = await plansOf(workspaceId, (tx) => unmarkAccounts(tx, { workspaceId, ids: ids.map((row) => row.id) }));
  expectIndexed(plans, ['accounts_along', 'accounts_of_parent']);
});

function isOf(name: Step['name'], kind: string) {
  return (step: Step) => step.name === name && 'members' in step && step.members.kind === kind;
}

function expectIndexed(plans: string[], indexes: string[]): void {
  const all = plans.join('\n\n');
  expect(indexes.filter((index) => !all.includes(index))).toEqual([]);
  expect(all.split('\n').filter((line) => /Seq Scan on (accounts|users|objects|usage|touchpoints|tasks|holds)\b/.test(line))).toEqual([]);
}

/** Twenty thousand of each, last heard of over four hundred days; one in fifty marked, one in ten below another, some of those taken along, a few on hold. */
async function fill(tx: Tx, workspace: string): Promise<void> {
  const columns = sql.raw(
    'workspace_id, id, external_id, created_at, last_information_at, last_information_type, indexed_information_day, marked_on, cause, holds',
  );
  const values = sql`${workspace}::uuid, gen_random_uuid(), 'e' || i, '2024-01-01Z', '2026-07-19Z'::timestamptz - make_interval(days => i % 400), 'account',
    '2026-07-19'::date - i % 400, case when i % 50 = 0 then '2026-07-19'::date - i % 70 end, case when i % 50 = 0 then 'inactivity' end, (i % 2000 = 50)::int`;
  const numbers = sql`generate_series(1, ${ROWS}::int) i`;
  const ofAccounts = sql`${numbers} join accounts a on a.workspace_id = ${workspace} and a.external_id = 'e' || i`;
  await tx.execute(sql`insert into accounts (${columns}, contract_status)
    select ${values}, case when i % 3 = 0 then 'free' else 'paying' end from ${numbers}`);
  await tx.execute(sql`update accounts a set parent_id = p.id, root_id = case when p.marked_on is not null then p.id end,
      marked_on = p.marked_on, cause = case when p.marked_on is not null then 'parent' end
    from accounts p where a.workspace_id = ${workspace} and p.workspace_id = ${workspace}
      and a.external_id like '%1' and p.external_id = 'e' || (substr(a.external_id, 2)::int - 1)`);
  await tx.execute(sql`insert into users (${columns}, account_id, named_at)
    select ${values}, a.id, '2024-01-01Z' from ${ofAccounts}`);
  await tx.execute(sql`insert into objects (${columns}, account_id, collection_id)
    select ${values}, a.id, (select id from collections where workspace_id = ${workspace}) from ${ofAccounts}`);
}
