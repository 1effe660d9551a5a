import { beforeAll, expect, test } from 'vitest';
import { testAccounts } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { getAccount } from './get-account.ts';
import { listAccounts } from './list-accounts.ts';
import { listAccountsPage } from './list-accounts-page.ts';

testDatabase();

let here: TestWorkspace;

beforeAll(async () => {
  here = await testWorkspace('2026-07-05T16:20:00Z');
  await testAccounts(here.workspaceId, [
    {
      account: 'acme',
      name: 'Acme & Sons',
      status: 'paying',
      value: 48_000,
      at: '2026-07-04T22:00:00Z',
      attributes: { region: 'EU', nested: { a: [1] } },
    },
    { account: 'beta', name: 'Zeta', status: 'free', parent: 'acme', at: '2026-07-05T01:00:00Z', markedOn: '2026-07-03' },
    { account: 'beta-sub', name: 'acme below', parent: 'beta', markedOn: '2026-07-03', cause: 'parent', root: 'beta', memberHolds: 1 },
    { account: 'gone-quiet', name: '100% _real_', archivedAt: '2026-06-20T00:00:00Z', held: true },
    { account: 'gone-both', archivedAt: '2026-06-20T00:00:00Z', markedOn: '2026-06-30', cause: 'expiry' },
    { account: 'zz', createdAt: '2026-05-01T12:00:00Z' },
  ]);
  const neighbour = await testWorkspace('2026-07-05T16:20:00Z');
  await testAccounts(neighbour.workspaceId, [{ account: 'acme', name: 'Acme of the neighbour' }, { account: 'zz-neighbour' }]);
});

const names = async (query: object) => (await listAccounts(here.ctx, query)).data.map(({ account }) => account);

test('an account says exactly what the interface promises', async () => {
  expect(await getAccount(here.ctx, { account: 'acme' })).toEqual({
    account: 'acme',
    name: 'Acme & Sons',
    contract_status: 'paying',
    contract_value: 48_000,
    parent: null,
    attributes: { region: 'EU', nested: { a: [1] } },
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
  });
});

test('R10, R11, R15: what went along says its root and its purge day, and whether a hold covers it', async () => {
  expect(await getAccount(here.ctx, { account: 'beta-sub' })).toMatchObject({
    state: 'marked',
    cause: 'parent',
    root: 'beta',
    parent: 'beta',
    marked_on: '2026-07-03',
    purge_on: '2026-08-02',
    on_hold: true,
  });
  expect(await getAccount(here.ctx, { account: 'beta' })).toMatchObject({
    cause: 'inactivity',
    root: null,
    parent: 'acme',
    on_hold: false,
  });
  expect(await getAccount(here.ctx, { account: 'gone-quiet' })).toMatchObject({ state: 'archived', archived: true, on_hold: true });
  expect(await getAccount(here.ctx, { account: 'gone-both' })).toMatchObject({ state: 'marked', archived: true, cause: 'expiry' });
});

test('R3: inactive days are those of the calendar day of the clock, N/A before that day is over', async () => {
  expect(await getAccount(here.ctx, { account: 'beta' })).toMatchObject({ inactive_days: null });
  expect(await getAccount(here.ctx, { account: 'zz' })).toMatchObject({ inactive_days: 33 });
});

test('an account of a neighbour is not found', async () => {
  await expect(getAccount(here.ctx, { account: 'zz-neighbour' })).rejects.toMatchObject({ code: 'not-found' });
});

test.each([
  [{}, ['acme', 'zz']],
  [{ state: 'active' }, ['acme', 'zz']],
  [{ state: 'marked' }, ['beta', 'beta-sub', 'gone-both']],
  [{ state: 'archived' }, ['gone-quiet']],
  [{ state: 'all' }, ['acme', 'beta', 'beta-sub', 'gone-both', 'gone-quiet', 'zz']],
  [{ state: 'all', contract_status: ' FREE ' }, ['beta']],
  [{ state: 'all', contract_status: 'cancelled' }, []],
  [{ q: 'acme' }, ['acme']],
  [{ state: 'all', q: 'ACME' }, ['acme', 'beta-sub']],
  [{ state: 'all', q: 'be' }, ['beta', 'beta-sub']],
  [{ state: 'all', q: '% _' }, ['gone-quiet']],
  [{ state: 'all', q: '0%1' }, []],
  [{ state: 'all', q: ' ' }, ['acme', 'beta', 'beta-sub', 'gone-both', 'gone-quiet', 'zz']],
  [{ q: 'no such thing' }, []],
])('the list under %j is %j', async (query, expected) => {
  expect(await names(query)).toEqual(expected);
});

test.each([
  { state: 'gone' },
  { state: '' },
  { limit: '0' },
  { limit: '1001' },
  { limit: 'x' },
  { cursor: 'x' },
  { cursor: 'W10' },
  { cursor: 'WzFd' },
])('%j is refused', async (query) => {
  await expect(listAccounts(here.ctx, query)).rejects.toMatchObject({ code: 'invalid' });
});

test('pages by identifier show each account once, and stay right while rows change', async () => {
  const first = await listAccounts(here.ctx, { state: 'all', limit: '2' });
  expect(first.data.map((a) => a.account)).toEqual(['acme', 'beta']);
  await testAccounts(here.workspaceId, [{ account: 'aaa' }, { account: 'c' }]);
  const seen = [];
  for (let cursor = first.next_cursor; cursor !== null; ) {
    const page = await listAccounts(here.ctx, { state: 'all', limit: '2', cursor });
    seen.push(...page.data.map((a) => a.account));
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(['beta-sub', 'c', 'gone-both', 'gone-quiet', 'zz']);
});

test('a screen turns pages by name in both directions, to the end and back', async () => {
  const turn = async (query: object) => {
    const page = await listAccountsPage(here.ctx, { state: 'all', limit: 3, ...query });
    return { ...page, shown: page.rows.map((row) => row.account) };
  };
  const first = await turn({});
  expect(first).toMatchObject({ shown: ['gone-quiet', 'aaa', 'acme'], previous: null, total: 8, about: false });
  const second = await turn({ after: first.next });
  expect(second.shown).toEqual(['beta-sub', 'c', 'gone-both']);
  const last = await turn({ after: second.next });
  expect(last).toMatchObject({ shown: ['beta', 'zz'].toSorted(), next: null });
  expect(await turn({ end: 'last' })).toMatchObject({ shown: ['gone-both', ...last.shown], next: null });
  expect((await turn({ before: last.previous })).shown).toEqual(second.shown);
  expect(await turn({ before: second.previous })).toMatchObject({ shown: first.shown, previous: null });
  expect((await turn({ direction: 'desc' })).shown).toEqual([...last.shown].reverse().concat('gone-both'));
});
