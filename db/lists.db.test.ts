import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { createCollection } from '#lib/entities/create-collection.ts';
import type { AccountOrder, MemberOrder } from '#lib/entities/rules/entity-order.ts';
import { parseDay } from '#lib/time.ts';
import { read, type Tx, transaction } from './client.ts';
import { goesAlong } from './goes-along.ts';
import { type AccountFilter, countAccounts, readAccounts } from './read-accounts.ts';
import { countMembersOf, type MemberFilter, readMembers } from './read-members.ts';
import { plansOf } from './testing/explaining.ts';
import { testDatabase } from './testing/test-database.ts';
import { testWorkspace } from './testing/workspaces.ts';

const { url } = testDatabase();

const ROWS = 20_000;
const SOMEWHERE = '70000000-0000-7000-8000-000000000000';

let workspaceId: string;
let collectionId: string;

beforeAll(async () => {
  for (const _ of ['a neighbour', 'here']) {
    const workspace = await testWorkspace('2026-07-20T09:00:00Z');
    workspaceId = workspace.workspaceId;
    for (const collection of ['deals', 'rare']) await createCollection(workspace.ctx, { collection });
    await transaction(workspaceId, (tx) => fill(tx, workspaceId));
  }
  const owner = postgres(url, { max: 1 });
  await owner`vacuum analyze`;
  await owner.end();
  const [collection] = await read(workspaceId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from collections where workspace_id = ${workspaceId} and name = 'deals'`),
  );
  collectionId = collection?.id ?? '';
});

const keys: Record<AccountOrder | MemberOrder, () => string[]> = {
  account: () => ['e00015000'],
  user: () => ['e00015000', SOMEWHERE],
  object: () => [collectionId, 'e00015000', SOMEWHERE],
  name: () => ['name 7', SOMEWHERE],
  purge_day: () => ['2026-07-05', SOMEWHERE],
  value: () => ['500', SOMEWHERE],
};

test.each<{ filter: AccountFilter; order: AccountOrder; index: string }>([
  { filter: { state: 'active' }, order: 'account', index: 'accounts_by_external_id' },
  { filter: {}, order: 'account', index: 'accounts_by_external_id' },
  { filter: { state: 'archived' }, order: 'account', index: 'accounts_archived' },
  { filter: { state: 'marked' }, order: 'account', index: 'accounts_' },
  { filter: { state: 'active', q: 'name ab' }, order: 'account', index: 'accounts_pk' },
  { filter: { state: 'active', q: 'name' }, order: 'account', index: 'accounts_by_external_id' },
  { filter: { state: 'active' }, order: 'name', index: 'accounts_sorted' },
  { filter: { state: 'active', contractStatus: 'free' }, order: 'name', index: 'accounts_sorted' },
  { filter: { state: 'marked' }, order: 'purge_day', index: 'accounts_marked' },
  { filter: { state: 'marked', causes: ['expiry'], markedBefore: parseDay('2026-07-10') }, order: 'purge_day', index: 'accounts_marked' },
  { filter: { state: 'marked' }, order: 'value', index: 'accounts_marked' },
  { filter: { state: 'marked' }, order: 'name', index: 'accounts_' },
])('accounts $filter by $order are read by $index, first page and later ones alike', async ({ filter, order, index }) => {
  for (const key of [null, keys[order]()])
    for (const backwards of [false, true])
      expectIndexed(
        await plansOf(workspaceId, (tx) => readAccounts(tx, { workspaceId, filter, order, keyset: { key, backwards, limit: 101 } })),
        index,
      );
});

test.each<{ kind: 'users' | 'objects'; filter: MemberFilter; order: MemberOrder; index: string }>([
  { kind: 'users', filter: { state: 'active' }, order: 'user', index: 'users_of_any_account' },
  { kind: 'users', filter: {}, order: 'user', index: 'users_of_any_account' },
  { kind: 'users', filter: { account: 'e00000005' }, order: 'user', index: 'users_by_external_id' },
  { kind: 'users', filter: { ownMark: true }, order: 'purge_day', index: 'users_marked' },
  { kind: 'objects', filter: { state: 'active' }, order: 'object', index: 'objects_of_collection' },
  { kind: 'objects', filter: { collection: 'rare' }, order: 'object', index: 'objects_of_collection' },
  { kind: 'objects', filter: { account: 'e00000005' }, order: 'object', index: 'objects_by_external_id' },
  { kind: 'objects', filter: { collection: 'deals', ownMark: true }, order: 'purge_day', index: 'objects_marked' },
  { kind: 'objects', filter: { collection: 'deals', ownMark: true }, order: 'name', index: 'objects_marked' },
])('$kind $filter by $order are read by $index, first page and later ones alike', async ({ kind, filter, order, index }) => {
  for (const key of [null, keys[order]()])
    expectIndexed(
      await plansOf(workspaceId, (tx) =>
        readMembers(tx, { workspaceId, kind, filter, order, keyset: { key, backwards: false, limit: 101 } }),
      ),
      index,
    );
});

test('what goes along is counted for the rows of a page alone', async () => {
  const page = {
    workspaceId,
    filter: { state: 'marked' },
    order: 'purge_day',
    keyset: { key: null, backwards: false, limit: 100 },
  } as const;
  const ids = (await read(workspaceId, (tx) => readAccounts(tx, page))).map(({ id }) => id);
  expect(ids).toHaveLength(100);
  const plans = await plansOf(workspaceId, (tx) => goesAlong(tx, { workspaceId, ids }));
  for (const index of ['accounts_along', 'users_by_external_id', 'objects_by_external_id']) expectIndexed(plans, index);
});

test('a total is exact up to a bound, and the planner’s estimate beyond it', async () => {
  await read(workspaceId, async (tx) => {
    const marked = { workspaceId, filter: { state: 'marked' } } as const;
    expect(await countAccounts(tx, { ...marked, upTo: 2_000 })).toEqual({ total: 2_000, about: false, value: 990_000 });
    const { total, about, value } = await countAccounts(tx, { ...marked, upTo: 1_999 });
    expect({ about, value }).toEqual({ about: true, value: null });
    expect(Math.abs(total - 2_000)).toBeLessThan(400);
    const users = { workspaceId, kind: 'users', filter: { ownMark: true } } as const;
    expect(await countMembersOf(tx, { ...users, upTo: 5_000 })).toMatchObject({ total: 2_000, about: false });
  });
});

function expectIndexed(plans: string[], index: string): void {
  const all = plans.join('\n\n');
  expect(all).toContain(index);
  expect(all.split('\n').filter((line) => /Seq Scan on (accounts|users|objects)\b/.test(line))).toEqual([]);
}

/** Twenty thousand of each; one in ten marked, one in a hundred accounts archived, one object in a thousand of a rare collection. */
async function fill(tx: Tx, workspace: string): Promise<void> {
  const columns = sql.raw(
    'workspace_id, id, external_id, name, created_at, last_information_at, last_information_type, indexed_information_day, marked_on, cause',
  );
  const values = sql`${workspace}::uuid, gen_random_uuid(), 'e' || lpad(i::text, 8, '0'), 'Name ' || md5(i::text), '2024-01-01Z', '2026-06-01Z', 'account',
    '2026-06-01'::date, case when i % 10 = 0 then '2026-07-19'::date - i % 30 end, case when i % 10 = 0 then 'inactivity' end`;
  const numbers = sql`generate_series(1, ${ROWS}::int) i`;
  const ofAccounts = sql`${numbers} join accounts a on a.workspace_id = ${workspace} and a.external_id = 'e' || lpad(i::text, 8, '0')`;
  await tx.execute(sql`insert into accounts (${columns}, contract_status, contract_value, archived_at)
    select ${values}, case when i % 3 = 0 then 'free' else 'paying' end, i % 1000, case when i % 100 = 7 then '2026-07-01Z'::timestamptz end from ${numbers}`);
  await tx.execute(sql`insert into users (${columns}, account_id, named_at) select ${values}, a.id, '2024-01-01Z' from ${ofAccounts}`);
  await tx.execute(sql`insert into objects (${columns}, account_id, collection_id)
    select ${values}, a.id, (select id from collections where workspace_id = ${workspace} and name = case when i % 1000 = 7 then 'rare' else 'deals' end)
    from ${ofAccounts}`);
}
