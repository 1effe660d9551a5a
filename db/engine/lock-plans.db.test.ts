import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import type { Step } from '#lib/retention/rules/plan.ts';
import { type Instant, parseDay } from '#lib/time.ts';
import { movesAccounts, parentsUpwards } from '../account-tree.ts';
import { type Tx, transaction } from '../client.ts';
import { lastSeen } from '../last-seen.ts';
import { plansOf } from '../testing/explaining.ts';
import { testDatabase } from '../testing/test-database.ts';
import { testWorkspace } from '../testing/workspaces.ts';
import { lockAccounts } from './lock-accounts.ts';
import { lockObjects, lockUsers } from './lock-members.ts';
import { marksOfKind } from './marks-of-kind.ts';
import { previewMarks } from './preview-day.ts';

const { url } = testDatabase();

const NAMES = Array.from({ length: 500 }, (_, i) => `a${i + 1}`);
const collectionId = newId();
let workspaceId: string;
let accountIds: string[];

/** The first import of a workspace, of which `known` rows came before the statistics were made: the users and objects of all accounts bear the same names. */
async function beginImport(known: number): Promise<void> {
  ({ workspaceId } = await testWorkspace());
  await transaction(workspaceId, async (tx) => {
    await tx.execute(
      sql`insert into collections (workspace_id, id, name, created_at) values (${workspaceId}, ${collectionId}, 'deals', '2026-07-01Z')`,
    );
    await fill(tx, 1, known);
  });
  const owner = postgres(url, { max: 1 });
  for (const table of ['accounts', 'users', 'objects']) {
    await owner`alter table ${owner(table)} set (autovacuum_enabled = false)`;
    await owner`analyze ${owner(table)}`;
  }
  await owner.end();
  accountIds = await transaction(workspaceId, async (tx) => {
    await fill(tx, known + 1, 20_000);
    const rows = await tx.execute<{ id: string }>(sql`select id from accounts where workspace_id = ${workspaceId} order by id limit 500`);
    return rows.map((row) => row.id);
  });
}

const LOOK_UPS: { what: string; index: string; work: (tx: Tx) => Promise<unknown> }[] = [
  { what: 'accounts', index: 'accounts_by_external_id', work: (tx) => lockAccounts(tx, { workspaceId, accounts: NAMES }) },
  {
    what: 'users',
    index: 'users_by_external_id',
    work: (tx) => lockUsers(tx, { workspaceId, users: accountIds.map((accountId) => ({ accountId, user: 'u' })) }),
  },
  {
    what: 'objects',
    index: 'objects_by_external_id',
    work: (tx) => lockObjects(tx, { workspaceId, objects: accountIds.map((accountId) => ({ accountId, collectionId, object: 'o' })) }),
  },
  { what: 'the accounts of lone users', index: 'users_of_any_account', work: (tx) => lastSeen(tx, { workspaceId, users: NAMES }) },
  {
    what: 'moves',
    index: 'accounts_by_external_id',
    work: (tx) => movesAccounts(tx, { workspaceId, placed: NAMES.map((account) => ({ account, parent: 'a1' })) }),
  },
  { what: 'what is above', index: 'accounts_pk', work: (tx) => parentsUpwards(tx, { workspaceId, accounts: NAMES }) },
];

async function expectKeyByKey(index: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const plan = (await plansOf(workspaceId, work)).join('\n');
  expect(plan).toContain(`Index Scan using ${index}`);
  expect(plan.split('\n').filter((line) => /Seq Scan|Bitmap|Hash Join|Merge Join/.test(line))).toEqual([]);
  for (const [, condition] of plan.matchAll(/Index Cond: (.*)/g)) expect(condition).toMatch(/external_id|\bid\b/);
}

describe('while the statistics know five rows of 20,000', () => {
  beforeAll(() => beginImport(5));

  test.each(LOOK_UPS)('signals find $what by $index, key by key', ({ index, work }) => expectKeyByKey(index, work));

  test('a preview compares no list of what is due row by row with another, and finds what goes along by its accounts, while the statistics are far behind', async () => {
    const day = parseDay('2026-07-20');
    const due = { cutoff: parseDay('2026-07-10'), updatedAfter: null };
    const mark = { due, from: parseDay('0001-01-01'), processDay: day };
    const kinds = [
      { kind: 'users', collectionId: null },
      { kind: 'deals', collectionId },
    ];
    const steps: Step[] = [
      { name: 'mark-accounts', kind: 'accounts', ...mark },
      { name: 'cascade', processDay: day, heardUntil: '2026-07-20T02:00:00.000Z' as Instant },
      ...kinds.map((members): Step => ({ name: 'mark-members', members, ...mark })),
    ];
    const plan = (await plansOf(workspaceId, (tx) => previewMarks(tx, { workspaceId, steps, kinds }))).join('\n');
    expect(plan.match(/(Hash|Merge) Full Join/g)).toHaveLength(3);
    expect(plan).toMatch(/users_by_external_id.*\n.*account_id = ANY/);
    expect(plan).toMatch(/objects_by_external_id.*\n.*account_id = ANY/);
    expect(plan).not.toContain('Anti Join');
    for (const kind of ['accounts', 'users']) {
      const file = await plansOf(workspaceId, (tx) => tx.execute(marksOfKind({ workspaceId, steps, kind, kinds })));
      expect(file.join('\n')).not.toContain('Anti Join');
    }
  });
});

describe('while the statistics know another workspace of 20,000, and nothing of this one', () => {
  beforeAll(() => beginImport(0));

  test.each(LOOK_UPS)('signals find $what by $index, key by key', ({ index, work }) => expectKeyByKey(index, work));
});

async function fill(tx: Tx, from: number, to: number): Promise<void> {
  const at = sql`'2026-07-01Z'::timestamptz, '2026-07-01Z'::timestamptz, 'account', '2026-07-01'::date`;
  const columns = sql`created_at, last_information_at, last_information_type, indexed_information_day`;
  const numbers = sql`generate_series(${from}::int, ${to}::int) i`;
  const ofAccounts = sql`${numbers} join accounts a on a.workspace_id = ${workspaceId} and a.external_id = 'a' || i`;
  await tx.execute(sql`insert into accounts (workspace_id, id, external_id, ${columns})
    select ${workspaceId}::uuid, gen_random_uuid(), 'a' || i, ${at} from ${numbers}`);
  await tx.execute(sql`insert into users (workspace_id, id, external_id, ${columns}, account_id, named_at)
    select ${workspaceId}::uuid, gen_random_uuid(), 'u', ${at}, a.id, '2026-07-01Z' from ${ofAccounts}`);
  await tx.execute(sql`insert into objects (workspace_id, id, external_id, ${columns}, account_id, collection_id)
    select ${workspaceId}::uuid, gen_random_uuid(), 'o', ${at}, a.id, ${collectionId}::uuid from ${ofAccounts}`);
}
