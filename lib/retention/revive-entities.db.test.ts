import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { read, transaction } from '#db/client.ts';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { listAudit } from '#lib/audit/list-audit.ts';
import { continueOpenBulkJobs } from '#lib/bulk/continue-bulk-jobs.ts';
import { getBulkJob } from '#lib/bulk/get-bulk-job.ts';
import { listBulkJobs } from '#lib/bulk/list-bulk-jobs.ts';
import type { Context } from '#lib/context.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { beginRevive, reviveEntities } from './revive-entities.ts';

testDatabase();

const NOW = '2026-07-10T09:00:00Z';
const MARKED_ON = '2026-07-05';
let here: TestWorkspace;
let neighbour: TestWorkspace;

/** Group and Solo are marked for causes of their own; Group took Sub along, below which Deep has a mark of its own. Live is active with a marked user and object. */
async function filled(): Promise<TestWorkspace> {
  const workspace = await testWorkspace(NOW);
  const { workspaceId, ctx } = workspace;
  await createCollection(ctx, { collection: 'deals' });
  const marked = { markedOn: MARKED_ON };
  await testAccounts(workspaceId, [
    { account: 'group', ...marked, value: 10 },
    { account: 'sub', parent: 'group', ...marked, cause: 'parent', root: 'group' },
    { account: 'deep', parent: 'sub', markedOn: '2026-07-01' },
    { account: 'solo/1', ...marked, cause: 'expiry', archivedAt: '2026-07-06T00:00:00Z' },
    { account: 'live', status: 'free' },
  ]);
  await testMembers(workspaceId, [
    { account: 'group', member: 'gina' },
    { account: 'group', member: 'hugo', markedOn: '2026-07-02' },
    { account: 'live', member: 'ann@live', ...marked },
    { account: 'live', member: 'bob' },
    { account: 'live', member: '7', collection: 'deals', ...marked },
  ]);
  return workspace;
}

beforeEach(async () => {
  here = await filled();
  neighbour = await filled();
  const before = await stored(neighbour.workspaceId);
  return async () => expect(await stored(neighbour.workspaceId)).toEqual(before);
});

/** Who is marked, and who was informed by the revive. */
async function state() {
  const { accounts, users, objects } = await stored(here.workspaceId);
  const rows = [...accounts, ...users, ...objects].map((row) => ({
    ...row,
    who: [row.account, row.user ?? row.object ?? []].flat().join('/'),
  }));
  return {
    marked: rows.filter((row) => (row as { marked_on?: unknown }).marked_on !== null).map((row) => row.who),
    informed: rows.filter((row) => (row as { last_information_type?: unknown }).last_information_type === 'revive').map((row) => row.who),
  };
}

const revivedEntries = async () => (await listAudit(here.ctx, { action: 'entities.revived' })).data;

test('R12: an account comes back with what it took along, and nothing else; it alone was informed', async () => {
  expect(await reviveEntities(here.ctx, { kind: 'accounts', entities: ['group'] })).toEqual({ revived: 1, not_revived: [] });
  expect(await state()).toEqual({ marked: ['deep', 'solo/1', 'group/hugo', 'live/ann@live', 'live/7'], informed: ['group'] });
  const [entry] = await revivedEntries();
  expect(entry).toMatchObject({ actor: 'command line', rule: 'R12', entity: 'accounts/group', to: { by: 'person', accounts: 2 } });
});

test('what is marked, named together and in any order, is all revived and each informed', async () => {
  const entities = ['sub', 'group', 'sub', 'deep'];
  expect(await reviveEntities(here.ctx, { kind: 'accounts', entities })).toEqual({ revived: 3, not_revived: [] });
  expect(await state()).toEqual({ marked: ['solo/1', 'group/hugo', 'live/ann@live', 'live/7'], informed: ['deep', 'group', 'sub'] });
});

test('R12: what went along can be revived by itself', async () => {
  expect(await reviveEntities(here.ctx, { kind: 'accounts', entities: ['sub'] })).toEqual({ revived: 1, not_revived: [] });
  expect((await state()).marked).toContain('group');
});

test('R12: a user, and an object, count for their account and revive it', async () => {
  expect(await reviveEntities(here.ctx, { kind: 'users', entities: ['group/hugo', 'live/ann%40live'] })).toMatchObject({ revived: 2 });
  expect(await state()).toEqual({
    marked: ['deep', 'solo/1', 'live/7'],
    informed: ['group', 'live', 'group/hugo', 'live/ann@live'],
  });
  expect(await reviveEntities(here.ctx, { kind: 'objects', entities: ['deals/live/7'] })).toMatchObject({ revived: 1 });
  expect((await state()).marked).toEqual(['deep', 'solo/1']);
});

test('R16: a revive takes the mark of an archived account and leaves it archived', async () => {
  expect(await reviveEntities(here.ctx, { kind: 'accounts', entities: ['solo%2F1'] })).toMatchObject({ revived: 1 });
  const solo = (await stored(here.workspaceId)).accounts.find((a) => a.account === 'solo/1');
  expect(solo).toMatchObject({ marked_on: null, last_information_type: 'revive' });
  expect(solo?.archived_at).not.toBeNull();
});

test.each([
  ['accounts', ['live', 'nobody', 'group/gina', ''], ['not-marked', 'unknown', 'unknown', 'unknown']],
  [
    'users',
    ['live/bob', 'group/gina', 'live/nobody', 'nobody/bob', 'live', 'live/%zz'],
    ['not-marked', 'went-along', ...Array(4).fill('unknown')],
  ],
  ['objects', ['deals/live/8', 'nothing/live/7', 'live/7'], ['unknown', 'unknown', 'unknown']],
])('of %s, %j are not revived: %j', async (kind, entities, reasons) => {
  const before = await stored(here.workspaceId);
  expect(await reviveEntities(here.ctx, { kind, entities })).toEqual({
    revived: 0,
    not_revived: entities.map((entity, i) => ({ entity, reason: reasons[i] })),
  });
  expect(await stored(here.workspaceId)).toEqual(before);
  expect(await revivedEntries()).toEqual([]);
});

test('the good ones are revived though others are not', async () => {
  expect(await reviveEntities(here.ctx, { kind: 'deals', entities: ['deals/live/7', 'deals/live/8', 'x/live/7'] })).toEqual({
    revived: 1,
    not_revived: [
      { entity: 'deals/live/8', reason: 'unknown' },
      { entity: 'x/live/7', reason: 'unknown' },
    ],
  });
});

test.each([
  [{ kind: 'accounts', filter: {} }, 4, ['group/hugo', 'live/ann@live', 'live/7']],
  [{ kind: 'accounts', filter: { cause: 'inactivity' } }, 2, ['solo/1', 'group/hugo', 'live/ann@live', 'live/7']],
  [{ kind: 'free_accounts', filter: {} }, 1, ['deep', 'group', 'sub', 'group/hugo', 'live/ann@live', 'live/7']],
  [{ kind: 'accounts', filter: { purge_before: '2026-08-04' } }, 1, ['group', 'solo/1', 'sub', 'group/hugo', 'live/ann@live', 'live/7']],
  [{ kind: 'accounts', filter: { q: 'sol' } }, 1, ['deep', 'group', 'sub', 'group/hugo', 'live/ann@live', 'live/7']],
  [{ kind: 'users', filter: {} }, 2, ['deep', 'solo/1', 'live/7']],
  [{ kind: 'deals', filter: {} }, 1, ['deep', 'group', 'solo/1', 'sub', 'group/hugo', 'live/ann@live']],
])('all that %j finds is revived', async (input, revived, marked) => {
  expect(await reviveEntities(here.ctx, input)).toEqual({ revived, not_revived: [] });
  expect((await state()).marked.toSorted()).toEqual(marked.toSorted());
});

test.each([
  { kind: 'accounts' },
  { kind: 'accounts', entities: ['group'], filter: {} },
  { kind: 'accounts', filter: { colour: 'red' } },
  { kind: 'accounts', filter: { purge_before: 'tomorrow' } },
  { kind: 'accounts', entities: 'group' },
  { kind: 'accounts', entities: [7] },
  { kind: 'nothing', filter: {} },
  { kind: '__proto__', filter: {} },
  { entities: ['group'] },
])('%j is refused and revives nothing', async (input) => {
  await expect(reviveEntities(here.ctx, input)).rejects.toMatchObject({ code: 'invalid' });
  expect((await state()).informed).toEqual([]);
});

test('a person needs the permission to review', async () => {
  const ctx: Context = {
    ...here.ctx,
    actor: { type: 'person', id: here.workspaceId, name: 'Mia', permissions: new Set(['retention:view']) },
  };
  await expect(reviveEntities(ctx, { kind: 'accounts', entities: ['group'] })).rejects.toMatchObject({ code: 'forbidden' });
});

const MANY = 12_000;

test('more than 5,000 are revived in chunks, an entry each; cut off, a worker goes on, and what was marked since is left alone', async () => {
  await transaction(here.workspaceId, (tx) =>
    tx.execute(sql`
      insert into accounts (workspace_id, id, external_id, created_at, last_information_at, last_information_type, indexed_information_day, marked_on, cause)
      select ${here.workspaceId}, gen_random_uuid(), 'many-' || i, '2026-06-01Z', '2026-06-01Z', 'account', '2026-06-01', ${MARKED_ON}, 'inactivity'
      from generate_series(1, ${MANY}) i`),
  );
  const begun = await beginRevive(here.ctx, { kind: 'accounts', filter: {} });
  expect(begun).toMatchObject({ revived: 0, job: { total: MANY + 4, done: 0, finishedAt: null } });
  await testAccounts(here.workspaceId, [{ account: 'later', markedOn: MARKED_ON }]);
  await continueOpenBulkJobs();
  expect(await getBulkJob(here.ctx, { id: begun.job?.id })).toMatchObject({
    done: MANY + 4,
    changed: MANY + 4,
    finishedAt: expect.any(String),
  });
  expect((await listBulkJobs(here.ctx, {})).map(({ id }) => id)).toEqual([begun.job?.id]);
  const entries = await revivedEntries();
  expect(entries.map(({ actor }) => actor)).toEqual(['command line', 'command line', 'command line']);
  expect((await state()).marked).toEqual(['later', 'group/hugo', 'live/ann@live', 'live/7']);
  const left = await read(here.workspaceId, (tx) => tx.execute(sql`select 1 from bulk_rows limit 1`));
  expect(left).toHaveLength(0);
});

test('REST waits for the end of a big one', async () => {
  await transaction(here.workspaceId, (tx) =>
    tx.execute(sql`
      insert into users (workspace_id, id, external_id, account_id, created_at, named_at, last_information_at, last_information_type, indexed_information_day,
        marked_on, cause)
      select ${here.workspaceId}, gen_random_uuid(), 'many-' || i, (select id from accounts where external_id = 'live'), '2026-06-01Z', '2026-06-01Z',
        '2026-06-01Z', 'user', '2026-06-01', ${MARKED_ON}, 'inactivity' from generate_series(1, 5001) i`),
  );
  const entities = ['live/bob', ...Array.from({ length: 5001 }, (_, i) => `live/many-${i + 1}`)];
  expect(await reviveEntities(here.ctx, { kind: 'users', entities })).toEqual({
    revived: 5001,
    not_revived: [{ entity: 'live/bob', reason: 'not-marked' }],
  });
});
