import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { platform, read, transaction } from '#db/client.ts';
import { updateRun } from '#db/daily-runs.ts';
import { setClock } from '#db/testing/set-clock.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { openWorkspace } from '#db/workspace.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { getAccount } from '#lib/entities/get-account.ts';
import { newId } from '#lib/ids.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { closeQueue } from '#lib/queue.ts';
import { parseDay } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { getQuota } from '#lib/workspaces/get-quota.ts';
import { workspaceState } from '#lib/workspaces/workspace-state.ts';
import { allowMarks, refuseMarks } from './answer-breaker.ts';
import { continueDailyRun } from './continue-daily-run.ts';
import { getRun } from './get-run.ts';
import { MADE_AT_ONCE } from './rules/breaker.ts';
import { savePolicies } from './save-policies.ts';
import { getSafety, saveSafety } from './save-safety.ts';
import { getPause, setPause } from './set-pause.ts';
import { startDailyRun } from './start-daily-run.ts';

testDatabase();

/** `silent` accounts that are due on July 5 under 3 days since July 1, beside `talking` ones that told something on July 4; each has a user. */
async function workspaceOf(silent: number, talking: number) {
  const workspace = await testWorkspace('2026-07-01T09:00:00Z');
  const { ctx, workspaceId } = workspace;
  const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
  const told = (name: string, i: number) => ({ type: 'user', account: `${name}${i}`, user: 'ann' });
  await recordSignals(ctx, {
    signals: [...numbers(silent).map((i) => told('silent', i)), ...numbers(talking).map((i) => told('talking', i))],
  });
  return {
    ...workspace,
    async until(at: string) {
      return (await advanceTestClock(ctx, { to: at })).runs;
    },
    talk: () => recordSignals(ctx, { signals: numbers(talking).map((i) => told('talking', i)) }),
    marked: async () => {
      const [row] = await read(workspaceId, (tx) =>
        tx.execute<{ n: number }>(sql`select count(*)::int as n from accounts where marked_on is not null`),
      );
      return row?.n;
    },
  };
}

async function tripped() {
  const workspace = await workspaceOf(101, 300);
  await savePolicies(workspace.ctx, { accounts: 3 });
  await workspace.until('2026-07-04T09:00:00Z');
  await workspace.talk();
  return { ...workspace, runs: await workspace.until('2026-07-05T09:00:00Z') };
}

test('R29. Marks above the share and the floor wait: none is made, and the run says on which day most were last heard of', async () => {
  const { ctx, runs, marked } = await tripped();
  expect(runs).toMatchObject([{ day: '2026-07-05', marked: {} }]);
  expect(await marked()).toBe(0);
  expect(await getRun(ctx, { day: '2026-07-05' })).toMatchObject({
    state: 'waiting',
    breaker: [{ kind: 'accounts', marks: 101, active: 401, answer: null, same_day: { day: '2026-07-01', marks: 101 } }],
  });
});

test.each([
  ['one below the floor', 99, 100],
  ['exactly the share', 100, 400],
])('R29. %s does not wait', async (_, silent, talking) => {
  const { ctx, until, talk } = await workspaceOf(silent, talking);
  await savePolicies(ctx, { accounts: 3 });
  await until('2026-07-04T09:00:00Z');
  await talk();
  expect(await until('2026-07-05T09:00:00Z')).toMatchObject([{ marked: { accounts: silent } }]);
  expect(await getRun(ctx, { day: '2026-07-05' })).toMatchObject({ state: 'done', breaker: [] });
});

test('R29. Allow checks every entity again and marks with the process day of the answer', async () => {
  const { ctx, marked } = await tripped();
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'silent0' }] });
  await allowMarks(ctx, { day: '2026-07-05', kind: 'accounts' });
  expect(await getRun(ctx, { day: '2026-07-05' })).toMatchObject({
    state: 'done',
    marked: { accounts: 100 },
    breaker: [{ answer: 'allowed' }],
  });
  expect(await marked()).toBe(100);
  expect(await getAccount(ctx, { account: 'silent1' })).toMatchObject({ marked_on: '2026-07-05', purge_on: '2026-08-04' });
  await expect(allowMarks(ctx, { day: '2026-07-05', kind: 'accounts' })).rejects.toMatchObject({ code: 'conflict' });
});

test('R29. Refuse holds the marks of that policy until its next save', async () => {
  const { ctx, marked, until, talk } = await tripped();
  await refuseMarks(ctx, { day: '2026-07-05', kind: 'accounts' });
  expect(await getRun(ctx, { day: '2026-07-05' })).toMatchObject({ state: 'done', breaker: [{ answer: 'refused' }] });
  expect(await until('2026-07-06T09:00:00Z')).toMatchObject([{ marked: {} }]);
  expect(await getRun(ctx, { day: '2026-07-06' })).toMatchObject({ state: 'done', breaker: [] });
  await savePolicies(ctx, { users: 30 });
  await until('2026-07-07T09:00:00Z');
  expect(await marked()).toBe(0);
  await talk();
  await savePolicies(ctx, { accounts: 3, accepted: { accounts: 101 } });
  await until('2026-07-08T02:00:00Z');
  expect(await marked()).toBe(101);
});

test('R29. An unanswered run is superseded by the next day’s, which asks again', async () => {
  const { ctx, until } = await tripped();
  await until('2026-07-06T09:00:00Z');
  expect(await getRun(ctx, { day: '2026-07-05' })).toMatchObject({ state: 'done', breaker: [{ answer: 'superseded' }] });
  expect(await getRun(ctx, { day: '2026-07-06' })).toMatchObject({ state: 'waiting', breaker: [{ answer: null }] });
  await expect(allowMarks(ctx, { day: '2026-07-05', kind: 'accounts' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(allowMarks(ctx, { day: '2026-07-06', kind: 'users' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(allowMarks(ctx, { day: '2026-07-07', kind: 'accounts' })).rejects.toMatchObject({ code: 'not-found' });
});

test.each([
  [92, 'done'],
  [91, 'waiting'],
])('R29. %i accepted at the save, of 101 marks: the run is %s', async (accepted, state) => {
  const { ctx, until, talk } = await workspaceOf(101, 300);
  await savePolicies(ctx, { accounts: 3, accepted: { accounts: accepted } });
  await until('2026-07-04T09:00:00Z');
  await talk();
  await until('2026-07-05T09:00:00Z');
  expect(await getRun(ctx, { day: '2026-07-05' })).toMatchObject({ state });
});

test('R29. The users of accounts that wait can still get marks of their own', async () => {
  const { ctx, until, talk } = await workspaceOf(101, 300);
  await savePolicies(ctx, { accounts: 3, users: 3 });
  await until('2026-07-04T09:00:00Z');
  await talk();
  const more = Array.from({ length: 600 }, (_, i) => ({ type: 'user', account: `talking${i % 300}`, user: `user${i}` }));
  await recordSignals(ctx, { signals: more });
  expect(await until('2026-07-05T09:00:00Z')).toMatchObject([{ marked: { users: 101 } }]);
  expect(await getRun(ctx, { day: '2026-07-05' })).toMatchObject({ state: 'waiting', breaker: [{ kind: 'accounts', marks: 101 }] });
});

test('R29. While marking is paused nothing is marked; the first run afterwards marks with its own day. R18: what is marked does not count', async () => {
  const { ctx, until } = await workspaceOf(3, 0);
  await savePolicies(ctx, { accounts: 3 });
  await setPause(ctx, { marking: true });
  expect((await until('2026-07-07T09:00:00Z')).every((run) => Object.keys(run.marked).length === 0)).toBe(true);
  expect(await getQuota(ctx, {})).toMatchObject({ used: 3 });
  await setPause(ctx, { marking: false, purging: true });
  expect(await until('2026-07-08T09:00:00Z')).toMatchObject([{ day: '2026-07-08', marked: { accounts: 3 } }]);
  expect(await getQuota(ctx, {})).toMatchObject({ used: 0 });
  await until('2026-08-08T09:00:00Z');
  expect(await getAccount(ctx, { account: 'silent0' })).toMatchObject({ state: 'marked', purge_on: '2026-08-07' });
  await setPause(ctx, { purging: false });
  expect(await until('2026-08-09T02:00:00Z')).toMatchObject([{ purged: { accounts: 3, users: 3 } }]);
});

test('R29. The marks of a collection called as something that every object has wait like any other’s, and are counted', async () => {
  const { ctx } = await testWorkspace('2026-07-01T09:00:00Z');
  await createCollection(ctx, { collection: 'constructor' });
  await saveSafety(ctx, { breaker: { floor: 1 } });
  await savePolicies(ctx, { collections: { constructor: 1 } });
  const signal = (object: string) => ({ type: 'object', account: 'acme', collection: 'constructor', object });
  await recordSignals(ctx, { signals: [signal('a'), signal('b')] });
  await advanceTestClock(ctx, { to: '2026-07-03T02:00:00Z' });
  expect(await getRun(ctx, { day: '2026-07-03' })).toMatchObject({ state: 'waiting', breaker: [{ kind: 'constructor', marks: 2 }] });
  await allowMarks(ctx, { day: '2026-07-03', kind: 'constructor' });
  expect(await getRun(ctx, { day: '2026-07-03' })).toMatchObject({ marked: { constructor: 2 } });
});

test('R28, R29. A run that is being reopened by an Allow comes before the next day’s, which does not begin beside it', async () => {
  const { ctx, workspaceId } = await testWorkspace('2026-07-01T09:00:00Z');
  await saveSafety(ctx, { breaker: { floor: 1 } });
  await savePolicies(ctx, { accounts: 1 });
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'acme' }] });
  await advanceTestClock(ctx, { to: '2026-07-03T09:00:00Z' });
  await setClock(workspaceId, '2026-07-04T09:00:00Z');
  const day = parseDay('2026-07-03');
  const next = await transaction(workspaceId, async (tx) => {
    await openWorkspace(tx, { workspaceId, lock: true });
    const starting = startDailyRun({ workspaceId, startedBy: 'daily process' });
    await updateRun(tx, { workspaceId, day, state: 'running' });
    return { starting };
  });
  expect(await next.starting).toEqual({ state: 'unfinished', day });
});

test('R29. A pause keeps who began it while the other one begins and ends, and an end forgets it', async () => {
  const { ctx } = await testWorkspace('2026-07-01T09:00:00Z');
  await setPause(ctx, { marking: true });
  await advanceTestClock(ctx, { to: '2026-07-03T09:00:00Z' });
  const other = { ...ctx, actor: { type: 'system', name: 'demo' } } as const;
  await setPause(other, { marking: true, purging: true });
  const began = { by: 'command line', since: '2026-07-01T09:00:00.000Z' };
  expect((await workspaceState(ctx, {})).paused).toEqual({
    marking: began,
    purging: { by: 'demo', since: '2026-07-03T09:00:00.000Z' },
  });
  await setPause(ctx, { purging: false });
  expect((await workspaceState(ctx, {})).paused).toEqual({ marking: began, purging: null });
});

test('two changes of the brakes at the same time are both kept', async () => {
  const { ctx } = await testWorkspace();
  await Promise.all([setPause(ctx, { purging: true }), setPause(ctx, { marking: true }), saveSafety(ctx, { archived_blocks: false })]);
  expect(await getPause(ctx, {})).toEqual({ marking: true, purging: true });
  await Promise.all([saveSafety(ctx, { breaker: { share: 50 } }), saveSafety(ctx, { breaker: { floor: 7 } })]);
  expect(await getSafety(ctx, {})).toEqual({ breaker: { share: 50, floor: 7 }, archived_blocks: false });
});

test('R29. More than are made at once are a worker’s: whoever allows them is answered first, and the run goes on until they are made', async () => {
  const { ctx, workspaceId, until, marked } = await workspaceOf(1, 0);
  await transaction(workspaceId, (tx) =>
    tx.execute(sql`insert into accounts (workspace_id, id, external_id, created_at, last_information_at, last_information_type, indexed_information_day)
      select ${workspaceId}::uuid, gen_random_uuid(), 'many' || i, '2026-06-01Z', '2026-07-01Z', 'account', '2026-07-01' from generate_series(1, ${MADE_AT_ONCE}::int) i`),
  );
  await savePolicies(ctx, { accounts: 3 });
  expect(await until('2026-07-05T09:00:00Z')).toMatchObject([
    { day: '2026-07-02' },
    { day: '2026-07-03' },
    { day: '2026-07-04' },
    { marked: {} },
  ]);
  await allowMarks(ctx, { day: '2026-07-05', kind: 'accounts' });
  expect([await marked(), (await getRun(ctx, { day: '2026-07-05' })).state]).toEqual([0, 'running']);
  const day = parseDay('2026-07-05');
  expect(await wakened(workspaceId)).toEqual([{ workspaceId, day }]);
  await continueDailyRun({ workspaceId, day, holder: newId(), leaseMs: 10_000, chunkRows: 5_000 });
  expect([await marked(), (await getRun(ctx, { day })).state]).toEqual([MADE_AT_ONCE + 1, 'done']);
});

/** The runs of a workspace for which a worker was woken. */
async function wakened(workspaceId: string) {
  const jobs = await platform((tx) =>
    tx.execute<{ data: unknown }>(sql`select data from pgboss.job where name = 'daily-run' and data->>'workspaceId' = ${workspaceId}`),
  );
  await closeQueue();
  return jobs.map(({ data }) => data);
}
