import { beforeAll, expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { createCollection } from './create-collection.ts';
import { listMembersPage } from './list-members-page.ts';
import { listObjects } from './list-objects.ts';
import { listUsers } from './list-users.ts';

testDatabase();

let here: TestWorkspace;

async function filled(prefix: string): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-07-05T16:20:00Z');
  for (const collection of ['deals', 'licenses']) await createCollection(workspace.ctx, { collection });
  await testAccounts(workspace.workspaceId, [
    { account: 'live' },
    { account: 'marked', markedOn: '2026-07-03', cause: 'expiry' },
    { account: 'held', held: true },
    { account: 'put-away', archivedAt: '2026-07-01T00:00:00Z' },
  ]);
  await testMembers(workspace.workspaceId, [
    { account: 'live', member: `${prefix}ann`, name: 'Zoe', at: '2026-07-04T22:00:00Z' },
    { account: 'live', member: `${prefix}bob`, name: 'Bob', markedOn: '2026-07-01' },
    { account: 'live', member: `${prefix}kept`, held: true },
    { account: 'marked', member: `${prefix}ann` },
    { account: 'marked', member: `${prefix}own`, markedOn: '2026-06-20' },
    { account: 'held', member: `${prefix}held` },
    { account: 'put-away', member: `${prefix}put` },
    { account: 'live', member: '2', collection: 'licenses' },
    { account: 'live', member: '2', collection: 'deals' },
    { account: 'marked', member: '1', collection: 'deals' },
    { account: 'put-away', member: '3', collection: 'deals', markedOn: '2026-07-02' },
  ]);
  return workspace;
}

beforeAll(async () => {
  here = await filled('');
  await filled('neighbour-');
});

const users = async (query: object) => (await listUsers(here.ctx, query)).data.map(({ account, user }) => `${account}/${user}`);
const objects = async (query: object) => (await listObjects(here.ctx, query)).data.map((o) => `${o.collection}/${o.account}/${o.object}`);

test('R10: a user of a marked account goes along with it, unless it has a mark of its own', async () => {
  const { data } = await listUsers(here.ctx, { account: 'marked', state: 'all' });
  const standing = data.map(({ user, state, cause, root, marked_on, purge_on }) => ({ user, state, cause, root, marked_on, purge_on }));
  expect(standing).toEqual([
    { user: 'ann', state: 'marked', cause: 'parent', root: 'marked', marked_on: '2026-07-03', purge_on: '2026-08-02' },
    { user: 'own', state: 'marked', cause: 'inactivity', root: null, marked_on: '2026-06-20', purge_on: '2026-07-20' },
  ]);
});

test('a user says exactly what the interface promises', async () => {
  expect((await listUsers(here.ctx, { account: 'live', limit: 1 })).data).toEqual([
    {
      account: 'live',
      user: 'ann',
      name: 'Zoe',
      attributes: {},
      state: 'active',
      archived: false,
      on_hold: false,
      cause: null,
      root: null,
      marked_on: null,
      purge_on: null,
      inactive_days: 0,
      last_information_at: '2026-07-04T22:00:00.000Z',
      created_at: '2026-06-01T00:00:00.000Z',
    },
  ]);
});

test('R15, R16: holds and the archive are taken from the account', async () => {
  const { data } = await listUsers(here.ctx, { state: 'all' });
  expect(data.filter((u) => u.on_hold).map((u) => u.user)).toEqual(['held', 'kept']);
  expect(data.filter((u) => u.archived).map((u) => [u.user, u.state])).toEqual([['put', 'archived']]);
});

test.each([
  [{}, ['live/ann', 'held/held', 'live/kept']],
  [{ state: 'marked' }, ['marked/ann', 'live/bob', 'marked/own']],
  [{ state: 'archived' }, ['put-away/put']],
  [{ account: 'live' }, ['live/ann', 'live/kept']],
  [{ account: 'nobody' }, []],
])('the users under %j are %j', async (query, expected) => {
  expect((await users(query)).toSorted()).toEqual(expected.toSorted());
});

test.each([
  [{}, ['deals/live/2', 'licenses/live/2']],
  [{ state: 'marked' }, ['deals/marked/1', 'deals/put-away/3']],
  [{ collection: 'deals', state: 'all' }, ['deals/live/2', 'deals/marked/1', 'deals/put-away/3']],
  [{ collection: 'deals', account: 'live' }, ['deals/live/2']],
  [{ collection: 'nothing' }, []],
  [{ collection: '__proto__' }, []],
])('the objects under %j are %j', async (query, expected) => {
  expect((await objects(query)).toSorted()).toEqual(expected);
});

test('pages show each user once, also those of one identifier in several accounts', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listUsers(here.ctx, { state: 'all', limit: '1', ...(cursor ? { cursor } : {}) });
    seen.push(...page.data.map((u) => `${u.user} of ${u.account}`));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen.map((text) => text.split(' ')[0])).toEqual(['ann', 'ann', 'bob', 'held', 'kept', 'own', 'put']);
  expect(new Set(seen).size).toBe(7);
});

test('a screen turns the pages of one account’s members by name', async () => {
  const first = await listMembersPage(here.ctx, { account: 'live', kind: 'users', limit: 2 });
  expect(first).toMatchObject({ total: 3, about: false, previous: null });
  expect(first.rows.map((row) => row.member)).toEqual(['bob', 'kept']);
  const last = await listMembersPage(here.ctx, { account: 'live', limit: 2, after: first.next });
  expect(last.rows.map((row) => row.name)).toEqual(['Zoe']);
  expect((await listMembersPage(here.ctx, { account: 'live', kind: 'deals' })).rows.map((row) => row.member)).toEqual(['2']);
});
