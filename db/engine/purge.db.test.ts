import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { createCollection } from '#lib/entities/create-collection.ts';
import { newId } from '#lib/ids.ts';
import { type Day, parseDay } from '#lib/time.ts';
import { read, transaction } from '../client.ts';
import { NO_USER } from '../schema/activity.ts';
import { testAccounts, testMembers } from '../testing/entities.ts';
import { inChunks } from '../testing/in-chunks.ts';
import { testDatabase } from '../testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '../testing/workspaces.ts';
import { purgeAccounts } from './purge-accounts.ts';
import { purgeMembers } from './purge-members.ts';

testDatabase();

const DAY = parseDay('2026-08-19');
/** Marked 30 days before: over. A day later: not yet. */
const over = { markedOn: '2026-07-20' } as const;
const notYet = { markedOn: '2026-07-21' } as const;
const CUTOFF = parseDay('2026-07-20');
const NOBODY = 'nobody';

let here: TestWorkspace;
let neighbour: TestWorkspace;

beforeEach(async () => {
  here = await told();
  neighbour = await told();
});

test.each([1, 2, 5_000])(
  'R11: an account takes its users, objects and all that was logged of it; what stays is top-level; by chunks of %i',
  async (limit) => {
    const before = await left(neighbour);
    expect(await purged(limit)).toEqual({ accounts: 4, users: 2, deals: 1 });
    expect(await left(here)).toEqual({
      accounts: ['held', 'held-by-user', 'later', 'own-mark', 'revived', 'stays'],
      users: ['held-by-user/hank', 'later/lou', 'later/mia', 'stays/sue'],
      objects: ['later/d2'],
      usage: ['later lou login 1', 'later mia login 2', 'later nobody login 4'],
      touchpoints: ['later: lou, mia'],
      tasks: ['later t2'],
      parents: ['own-mark of later'],
    });
    expect(await left(neighbour)).toEqual(before);
  },
);

test('R11: what went along waits for its root to be gone', async () => {
  const { workspaceId } = here;
  await transaction(workspaceId, (tx) =>
    tx.execute(sql`update accounts set holds = 1, held = true where workspace_id = ${workspaceId} and external_id = 'root'`),
  );
  await purged(5_000);
  const { accounts } = await left(here);
  expect(accounts).toContain('root');
  expect(accounts).toContain('along');
});

test.each([1, 5_000])(
  'R11: a user goes on its own day, and its usage stays with the account without the person; by chunks of %i',
  async (limit) => {
    const { workspaceId } = here;
    const before = await left(neighbour);
    const mark = (user: string, day: Day) =>
      sql`update users set marked_on = ${day}, cause = 'inactivity' where workspace_id = ${workspaceId} and external_id = ${user}`;
    await transaction(workspaceId, async (tx) => {
      await tx.execute(mark('lou', CUTOFF));
      await tx.execute(mark('mia', parseDay('2026-07-21')));
      await tx.execute(mark('hank', CUTOFF));
      await tx.execute(mark('sue', CUTOFF));
      await tx.execute(sql`update accounts set holds = 1, held = true where workspace_id = ${workspaceId} and external_id = 'stays'`);
    });
    const members = { kind: 'users', collectionId: null };
    const counts = await inChunks({ workspaceId, day: DAY, limit }, (tx, scope, cursor) =>
      purgeMembers(tx, scope, { members, cutoff: CUTOFF }, cursor),
    );
    const { users, usage, touchpoints } = await left(here);
    expect(counts).toEqual({ users: 1 });
    expect(users).toEqual(['along/al', 'held-by-user/hank', 'later/mia', 'root/ann', 'stays/sue']);
    expect(usage.filter((line) => line.startsWith('later'))).toEqual(['later mia login 2', 'later nobody login 5']);
    expect(touchpoints).toContain('later: mia');
    expect(await left(neighbour)).toEqual(before);
  },
);

test('R11: objects of a collection go on their own day, those of others stay', async () => {
  const { workspaceId, ctx } = here;
  await createCollection(ctx, { collection: 'assets' });
  await testMembers(workspaceId, [{ account: 'stays', member: 'a1', collection: 'assets', ...over }]);
  await testMembers(workspaceId, [
    { account: 'stays', member: 'd9', collection: 'deals', ...over },
    { account: 'stays', member: 'd8', collection: 'deals', ...notYet },
  ]);
  const members = { kind: 'deals', collectionId: await idOf(here, 'collections', 'deals') };
  await inChunks({ workspaceId, day: DAY, limit: 1 }, (tx, scope, cursor) => purgeMembers(tx, scope, { members, cutoff: CUTOFF }, cursor));
  expect((await left(here)).objects).toEqual(['along/d1', 'later/d2', 'stays/a1', 'stays/d8']);
});

/** Both steps of a run, one after the other. */
async function purged(limit: number): Promise<Record<string, number>> {
  const { workspaceId } = here;
  const step = (marks: 'own' | 'along') =>
    inChunks({ workspaceId, day: DAY, limit }, (tx, scope, cursor) => purgeAccounts(tx, scope, { marks, cutoff: CUTOFF }, cursor));
  const [own, along] = [await step('own'), await step('along')];
  return Object.fromEntries(Object.keys({ ...own, ...along }).map((kind) => [kind, (own[kind] ?? 0) + (along[kind] ?? 0)]));
}

async function told(): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-08-19T02:00:00Z');
  const { workspaceId } = workspace;
  await createCollection(workspace.ctx, { collection: 'deals' });
  const along = { ...over, cause: 'parent', root: 'root' } as const;
  await testAccounts(workspaceId, [
    { account: 'root', ...over },
    { account: 'along', parent: 'root', ...along },
    { account: 'below-along', parent: 'along', ...along },
    { account: 'revived', parent: 'along' },
    { account: 'expired', ...over, cause: 'expiry' },
    { account: 'stays', parent: 'expired' },
    { account: 'held', ...over, held: true },
    { account: 'held-by-user', ...over, memberHolds: 1 },
    { account: 'later', parent: 'root', ...notYet },
    { account: 'own-mark', parent: 'later', ...notYet },
  ]);
  await testMembers(workspaceId, [
    { account: 'root', member: 'ann' },
    { account: 'along', member: 'al', ...notYet },
    { account: 'along', member: 'd1', collection: 'deals' },
    { account: 'held-by-user', member: 'hank', held: true },
    { account: 'later', member: 'lou' },
    { account: 'later', member: 'mia' },
    { account: 'later', member: 'd2', collection: 'deals' },
    { account: 'stays', member: 'sue' },
  ]);
  await log(workspace, 'root', ['ann']);
  await log(workspace, 'later', ['lou', 'mia']);
  return workspace;
}

/** Usage of each user and of nobody, a touchpoint with all of them, a task. */
async function log(workspace: TestWorkspace, account: string, users: string[]): Promise<void> {
  const { workspaceId } = workspace;
  const accountId = await idOf(workspace, 'accounts', account);
  const ids = await Promise.all(users.map((user) => idOf(workspace, 'users', user)));
  const used = (user: string, count: number) =>
    sql`insert into usage (workspace_id, account_id, day, user_id, activity, count) values (${workspaceId}, ${accountId}, '2026-07-01', ${user}, 'login', ${count})`;
  await transaction(workspaceId, async (tx) => {
    for (const [i, id] of ids.entries()) await tx.execute(used(id, i + 1));
    await tx.execute(used(NO_USER, 4));
    await tx.execute(sql`insert into touchpoints (workspace_id, id, account_id, user_ids, at)
      values (${workspaceId}, ${newId()}, ${accountId}, ${sql.param(ids)}::uuid[], '2026-07-01Z')`);
    await tx.execute(sql`insert into tasks (workspace_id, account_id, external_id, status, created_at)
      values (${workspaceId}, ${accountId}, ${`t${ids.length}`}, 'created', '2026-07-01Z')`);
  });
}

async function idOf({ workspaceId }: TestWorkspace, table: 'accounts' | 'users' | 'collections', name: string): Promise<string> {
  const column = sql.raw(table === 'collections' ? 'name' : 'external_id');
  const rows = await read(workspaceId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from ${sql.raw(table)} where workspace_id = ${workspaceId} and ${column} = ${name}`),
  );
  return rows[0]?.id ?? '';
}

/** What a workspace still has, in words. */
async function left({
  workspaceId,
}: TestWorkspace): Promise<Record<'accounts' | 'users' | 'objects' | 'usage' | 'touchpoints' | 'tasks' | 'parents', string[]>> {
  return read(workspaceId, async (tx) => {
    const lines = async (query: ReturnType<typeof sql>) => (await tx.execute<{ line: string }>(query)).map((row) => row.line).sort();
    const account = sql`join accounts a on a.workspace_id = ${workspaceId} and a.id = x.account_id where x.workspace_id = ${workspaceId}`;
    const name = (id: string) => sql`(select external_id from users where workspace_id = ${workspaceId} and id = ${sql.raw(id)})`;
    return {
      accounts: await lines(sql`select external_id as line from accounts where workspace_id = ${workspaceId}`),
      users: await lines(sql`select a.external_id || '/' || x.external_id as line from users x ${account}`),
      objects: await lines(sql`select a.external_id || '/' || x.external_id as line from objects x ${account}`),
      usage: await lines(
        sql`select concat_ws(' ', a.external_id, coalesce(${name('x.user_id')}, ${NOBODY}), x.activity, x.count) as line from usage x ${account}`,
      ),
      touchpoints:
        await lines(sql`select a.external_id || ': ' || (select string_agg(${name('n.user_id')}, ', ' order by ${name('n.user_id')}) from unnest(x.user_ids) n (user_id)) as line
        from touchpoints x ${account}`),
      tasks: await lines(sql`select a.external_id || ' ' || x.external_id as line from tasks x ${account}`),
      parents: await lines(sql`select x.external_id || ' of ' || p.external_id as line from accounts x
        join accounts p on p.workspace_id = ${workspaceId} and p.id = x.parent_id where x.workspace_id = ${workspaceId}`),
    };
  });
}
