import { beforeAll, expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import type { Context } from '#lib/context.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { exportMarked } from './export-marked.ts';
import { listMarked } from './list-marked.ts';
import { listMarkedPage } from './list-marked-page.ts';
import { markedTotals } from './marked-totals.ts';

testDatabase();

let here: TestWorkspace;

async function filled(): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-07-10T09:00:00Z');
  await createCollection(workspace.ctx, { collection: 'deals' });
  await createCollection(workspace.ctx, { collection: 'licenses' });
  await testAccounts(workspace.workspaceId, [
    { account: 'group', name: 'Group, "The" =1', status: 'paying', value: 1000, markedOn: '2026-07-05' },
    { account: 'mid', parent: 'group', markedOn: '2026-07-05', cause: 'parent', root: 'group', value: -5 },
    { account: 'own', parent: 'mid', markedOn: '2026-06-20', name: '=danger' },
    { account: 'low', parent: 'own', markedOn: '2026-07-05', cause: 'parent', root: 'group' },
    { account: 'free', status: 'free', markedOn: '2026-07-08', cause: 'expiry', value: 0.5 },
    { account: 'live', status: 'paying', value: 99 },
  ]);
  await testMembers(workspace.workspaceId, [
    { account: 'group', member: 'a' },
    { account: 'group', member: 'b', markedOn: '2026-07-01' },
    { account: 'group', member: '1', collection: 'deals' },
    { account: 'live', member: 'c/d', name: 'Cora', markedOn: '2026-07-02' },
    { account: 'live', member: '2', collection: 'deals', markedOn: '2026-07-03' },
  ]);
  return workspace;
}

beforeAll(async () => {
  here = await filled();
  await filled();
});

const entities = async (query: object) => (await listMarked(here.ctx, query)).data.map((row) => row.entity);

test.each([
  [{}, ['own', 'group', 'low', 'mid', 'free']],
  [{ kind: 'accounts', cause: 'parent' }, ['low', 'mid']],
  [{ kind: 'free_accounts' }, ['free']],
  [{ kind: 'free_accounts', cause: 'inactivity' }, []],
  [{ purge_before: '2026-08-04' }, ['own']],
  [{ purge_before: '2026-08-05' }, ['own', 'group', 'low', 'mid']],
  [{ q: 'gro' }, ['group']],
  [{ contract_status: 'PAYING' }, ['group']],
  [{ kind: 'users' }, ['group/b', 'live/c%2Fd']],
  [{ kind: 'users', q: 'COR' }, ['live/c%2Fd']],
  [{ kind: 'users', cause: 'parent' }, []],
  [{ kind: 'users', contract_status: 'paying', purge_before: '2026-08-01' }, ['group/b']],
  [{ kind: 'objects' }, ['deals/live/2']],
  [{ kind: 'deals' }, ['deals/live/2']],
  [{ kind: 'licenses' }, []],
  [{ kind: 'nothing' }, []],
])('marked under %j are %j', async (query, expected) => {
  const found = await entities(query);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('the earliest purge day comes first, in pages', async () => {
  const first = await listMarked(here.ctx, { limit: 2 });
  const rest = await listMarked(here.ctx, { limit: 10, cursor: first.next_cursor });
  expect([...first.data, ...rest.data].map((row) => row.purge_on)).toEqual([
    '2026-07-20',
    '2026-08-04',
    '2026-08-04',
    '2026-08-04',
    '2026-08-07',
  ]);
  expect(rest.next_cursor).toBeNull();
});

test('R10, R12: each account says what goes along with it', async () => {
  const { data } = await listMarked(here.ctx, {});
  const along = Object.fromEntries(data.map((row) => [row.entity, row.kind === 'accounts' ? row.goes_along : null]));
  const nothing = { users: 0, objects: 0, sub_accounts: 0 };
  expect(along).toEqual({
    group: { users: 1, objects: 1, sub_accounts: 2 },
    mid: { ...nothing, sub_accounts: 1 },
    own: nothing,
    low: nothing,
    free: nothing,
  });
});

test.each([
  [{ sort: 'name' }, ['own', 'free', 'group', 'low', 'mid']],
  [{ sort: 'value', direction: 'desc' }, ['group', 'free', 'mid', 'own', 'low']],
  [{ sort: 'purge_day', direction: 'desc' }, ['free', 'group', 'mid', 'low', 'own']],
])('a screen sorts by %j, page by page, to the end and back', async (query, expected) => {
  const turn = (where: object) => listMarkedPage(here.ctx, { ...query, limit: 2, ...where });
  const [first, shown] = [await turn({}), [] as string[]];
  let page = first;
  shown.push(...page.rows.map((row) => row.entity));
  while (page.next !== null) {
    page = await turn({ after: page.next });
    shown.push(...page.rows.map((row) => row.entity));
  }
  expect(shown.toSorted()).toEqual(expected.toSorted());
  const key = (entity: string) => (query.sort === 'name' ? entity : null);
  expect(shown.map(key)).toEqual(expected.map(key));
  const back: string[] = [];
  page = await turn({ end: 'last' });
  back.unshift(...page.rows.map((row) => row.entity));
  while (page.previous !== null) {
    page = await turn({ before: page.previous });
    back.unshift(...page.rows.map((row) => row.entity));
  }
  expect(back).toEqual(shown);
});

test('R11: by value the highest comes first, those without one last', async () => {
  const { rows } = await listMarkedPage(here.ctx, { sort: 'value', direction: 'desc' });
  expect(rows.map((row) => (row.kind === 'accounts' ? row.contract_value : 'no account'))).toEqual([1000, 0.5, -5, null, null]);
});

test('totals know the value of what matches, and how many of each kind are marked', async () => {
  const kinds = [
    { kind: 'accounts', total: 5, about: false },
    { kind: 'users', total: 2, about: false },
    { kind: 'deals', total: 1, about: false },
    { kind: 'licenses', total: 0, about: false },
  ];
  expect(await markedTotals(here.ctx, {})).toEqual({ total: 5, about: false, value: 995.5, kinds });
  expect(await markedTotals(here.ctx, { cause: 'expiry' })).toEqual({ total: 1, about: false, value: 0.5, kinds });
  expect(await markedTotals(here.ctx, { kind: 'users', q: 'cora' })).toMatchObject({ total: 1 });
});

test('what is shown comes as CSV, and no cell as a formula', async () => {
  const lines = await text({ sort: 'name' });
  expect(lines[0]).toBe(
    'account,name,contract_status,contract_value,parent,root,cause,inactive_days,last_information_at,marked_on,purge_on,archived,on_hold,users,objects,sub_accounts',
  );
  expect(lines[1]).toBe("own,'=danger,unknown,,mid,,inactivity,38,2026-06-01T00:00:00.000Z,2026-06-20,2026-07-20,false,false,0,0,0");
  expect(lines[3]).toContain('group,"Group, ""The"" =1",paying,1000,,,inactivity,38,');
  expect(lines).toHaveLength(7);
  expect(lines.at(-1)).toBe('');
  expect((await text({ kind: 'users' }))[0]).toMatch(/^account,user,name,cause,/);
  expect(await text({ kind: 'nothing' })).toHaveLength(2);
});

test('a member of the workspace without the permission sees neither list nor CSV', async () => {
  const ctx: Context = { ...here.ctx, actor: { type: 'person', id: here.workspaceId, name: 'Mia', permissions: new Set() } };
  await expect(listMarked(ctx, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(exportMarked(ctx, {}).next()).rejects.toMatchObject({ code: 'forbidden' });
});

async function text(query: object): Promise<string[]> {
  const all: string[] = [];
  for await (const lines of exportMarked(here.ctx, query)) all.push(lines);
  return all.join('').split('\r\n');
}
