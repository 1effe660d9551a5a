import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { read, transaction } from '#db/client.ts';
import { readRun } from '#db/daily-runs.ts';
import { chunkDigest } from '#db/engine/chunk.ts';
import { testAccounts } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { newId } from '#lib/ids.ts';
import { closeQueue } from '#lib/queue.ts';
import { addDays, type Day, parseDay } from '#lib/time.ts';
import { continueDailyRun } from './continue-daily-run.ts';
import { runDaily } from './run-daily.ts';
import { savePolicies } from './save-policies.ts';
import { setPause } from './set-pause.ts';
import { startDailyRun } from './start-daily-run.ts';
import { workChunk, workDailyRun } from './work-daily-run.ts';

testDatabase();
afterAll(closeQueue);

const DAY = parseDay('2026-07-05');
const NEXT = addDays(DAY, 1);
const startedBy = 'daily process';

test('R28: five who start a run at once start one', async () => {
  const workspace = await dueWorkspace();
  let enqueued = 0;
  const start = () =>
    startDailyRun({ workspaceId: workspace.workspaceId, startedBy }, async () => {
      enqueued += 1;
    });
  const states = (await Promise.all([start(), start(), start(), start(), start()])).map((run) => run.state);
  expect(states.sort()).toEqual(['already', 'already', 'already', 'already', 'started']);
  expect(enqueued).toBe(1);
  expect((await trail(workspace)).filter((action) => action === 'run.started')).toHaveLength(1);
});

test('R28: five who work on a run at once, each with a lease that lapses at once, have the effect of one', async () => {
  const [alone, crowded] = [await dueWorkspace(), await dueWorkspace()];
  await runDaily({ workspaceId: alone.workspaceId, startedBy });
  await startDailyRun({ workspaceId: crowded.workspaceId, startedBy });
  const work = () => workDailyRun({ workspaceId: crowded.workspaceId, day: DAY, holder: newId(), leaseMs: 0, chunkRows: 3 });
  await Promise.all([work(), work(), work(), work(), work()]);
  expect(await marks(crowded)).toEqual(await marks(alone));
  expect(await listed(crowded)).toEqual(await listed(alone));
  expect(await runOf(crowded)).toMatchObject({ state: 'done', marked: { accounts: 40 } });
});

test('R28: while a lease lasts, nobody else works', async () => {
  const { workspaceId } = await dueWorkspace();
  await startDailyRun({ workspaceId, startedBy });
  const [mine, other] = [newId(), newId()];
  expect(await workChunk({ workspaceId, day: DAY, holder: mine, chunkRows: 3 })).toBe('more');
  expect(await workChunk({ workspaceId, day: DAY, holder: other, chunkRows: 3 })).toBe('busy');
  expect(await workChunk({ workspaceId, day: DAY, holder: mine, chunkRows: 3 })).toBe('more');
});

test('R28: a day that has run does nothing; an earlier or a later one is refused and does nothing', async () => {
  const workspace = await dueWorkspace();
  const { workspaceId } = workspace;
  const first = await runDaily({ workspaceId, startedBy });
  const before = [await marks(workspace), await trail(workspace)];
  expect(await runDaily({ workspaceId, startedBy, day: DAY })).toEqual(first);
  for (const day of [addDays(DAY, -1), NEXT]) {
    await expect(runDaily({ workspaceId, startedBy, day })).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'day' }] });
  }
  expect([await marks(workspace), await trail(workspace)]).toEqual(before);
});

test('R28: before 02:00 the process day is still the day before', async () => {
  const { workspaceId } = await dueWorkspace('2026-07-06T01:59:59.999Z');
  expect((await runDaily({ workspaceId, startedBy })).day).toBe(DAY);
  await setClock(workspaceId, '2026-07-06T02:00:00Z');
  expect((await runDaily({ workspaceId, startedBy })).day).toBe(NEXT);
});

test('R28: resumed on a later day, a run completes its cascades and marks nothing new; the present day’s run marks the rest', async () => {
  const workspace = await dueWorkspace();
  const { workspaceId } = workspace;
  await startDailyRun({ workspaceId, startedBy });
  await worked(workspace, () => marksOn(workspace, DAY, 'inactivity').then((n) => n >= 6));
  const begun = await marksOn(workspace, DAY, 'inactivity');
  expect(begun).toBeLessThan(20);
  await setClock(workspaceId, `${NEXT}T02:00:00Z`);
  await workDailyRun({ workspaceId, day: DAY, holder: newId(), chunkRows: 3 });
  expect(await runOf(workspace)).toMatchObject({ state: 'done', marked: { accounts: 2 * begun } });
  expect(await marksOn(workspace, DAY, 'inactivity')).toBe(begun);
  expect(await marksOn(workspace, DAY, 'parent')).toBe(begun);
  expect(await runDaily({ workspaceId, startedBy })).toMatchObject({ day: NEXT, marked: { accounts: 40 - 2 * begun } });
  expect(await marksOn(workspace, NEXT, 'inactivity')).toBe(20 - begun);
});

test('R28: resumed on a later day, a run purges on what it began to purge, and leaves to the present day’s run what it had not', async () => {
  const [begun, idle] = [await overdueWorkspace(), await overdueWorkspace()];
  await worked(begun, async () => (await left(begun)) < 12);
  await workChunk({ workspaceId: idle.workspaceId, day: DAY, holder: newId(), leaseMs: 0, chunkRows: 1 });
  for (const { workspaceId } of [begun, idle]) {
    await setClock(workspaceId, `${NEXT}T02:00:00Z`);
    await workDailyRun({ workspaceId, day: DAY, holder: newId() });
  }
  expect([await left(begun), await left(idle)]).toEqual([0, 12]);
  await savePolicies(idle.ctx, { accounts: null });
  expect(await runDaily({ workspaceId: idle.workspaceId, startedBy })).toMatchObject({ lifted: { accounts: 12 }, purged: {} });
});

test('R28: a worker that ends a run of an earlier day starts the present day’s', async () => {
  const workspace = await dueWorkspace();
  const { workspaceId } = workspace;
  await startDailyRun({ workspaceId, startedBy });
  await transaction(workspaceId, (tx) => tx.execute(sql`update workspaces set test_clock_at = null where id = ${workspaceId}`));
  await continueDailyRun({ workspaceId, day: DAY, holder: newId(), leaseMs: 1_000, chunkRows: 5_000 });
  const runs = await read(workspaceId, (tx) =>
    tx.execute<{ day: Day; state: string }>(sql`select day, state from daily_runs where workspace_id = ${workspaceId} order by day`),
  );
  expect(runs.map((run) => run.state)).toEqual(['done', 'running']);
  expect(runs[1]?.day && runs[1].day > DAY).toBe(true);
});

test('R29: a pause holds from the next chunk on; cascades that were begun are completed', async () => {
  const workspace = await dueWorkspace();
  const { workspaceId, ctx } = workspace;
  await startDailyRun({ workspaceId, startedBy });
  await worked(workspace, () => marksOn(workspace, DAY, 'inactivity').then((n) => n >= 3));
  const begun = await marksOn(workspace, DAY, 'inactivity');
  await setPause(ctx, { marking: true });
  await workDailyRun({ workspaceId, day: DAY, holder: newId() });
  expect([await marksOn(workspace, DAY, 'inactivity'), await marksOn(workspace, DAY, 'parent')]).toEqual([begun, begun]);
});

test('R30: the trail holds, chunk by chunk, the digest of what the run’s own list says', async () => {
  const { workspaceId } = await dueWorkspace();
  await startDailyRun({ workspaceId, startedBy });
  await workDailyRun({ workspaceId, day: DAY, holder: newId(), chunkRows: 3 });
  await read(workspaceId, async (tx) => {
    const entries = await tx.execute<{ to: { chunk: number; digest: string; accounts: number }; rule: string }>(
      sql`select "to", rule from audit_entries where workspace_id = ${workspaceId} and action = 'run.marked' order by number`,
    );
    for (const { to } of entries) expect(to.digest).toBe(await chunkDigest(tx, { workspaceId, day: DAY, chunk: to.chunk }));
    expect(entries.map((entry) => entry.to.chunk)).toEqual(entries.map((_, i) => i + 1));
    expect(entries.reduce((sum, entry) => sum + entry.to.accounts, 0)).toBe(40);
    expect(new Set(entries.map((entry) => entry.rule))).toEqual(new Set(['R9', 'R10']));
  });
});

/** Twenty accounts that are due on DAY, each with a sub-account that is not, and one account that was heard of yesterday. */
async function dueWorkspace(at = `${DAY}T02:00:00Z`): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-07-01T09:00:00Z');
  const { workspaceId, ctx } = workspace;
  const numbers = Array.from({ length: 20 }, (_, i) => String(i).padStart(2, '0'));
  await testAccounts(workspaceId, [
    ...numbers.map((n) => ({ account: `due-${n}` })),
    ...numbers.map((n) => ({ account: `sub-${n}`, parent: `due-${n}`, at: '2026-07-04T09:00:00Z' })),
    { account: 'active', at: '2026-07-04T09:00:00Z' },
  ]);
  await savePolicies(ctx, { accounts: 3 });
  await transaction(workspaceId, (tx) => tx.execute(sql`update workspaces set breaker_floor = 1000 where id = ${workspaceId}`));
  await setClock(workspaceId, at);
  return workspace;
}

/** Twelve accounts that are purged on DAY, whose run has started. */
async function overdueWorkspace(): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-06-01T09:00:00Z');
  const { workspaceId, ctx } = workspace;
  await savePolicies(ctx, { accounts: 3 });
  await testAccounts(
    workspaceId,
    Array.from({ length: 12 }, (_, i) => ({ account: `over-${i}`, markedOn: '2026-06-05', at: '2026-05-01T09:00:00Z' })),
  );
  await setClock(workspaceId, `${DAY}T02:00:00Z`);
  await startDailyRun({ workspaceId, startedBy });
  return workspace;
}

/** Works chunk by chunk, each as if by a worker of its own that died after it. */
async function worked({ workspaceId }: TestWorkspace, until: () => Promise<boolean>): Promise<void> {
  while (!(await until())) expect(await workChunk({ workspaceId, day: DAY, holder: newId(), leaseMs: 0, chunkRows: 2 })).toBe('more');
}

function setClock(workspaceId: string, at: string): Promise<unknown> {
  return transaction(workspaceId, (tx) => tx.execute(sql`update workspaces set test_clock_at = ${at} where id = ${workspaceId}`));
}

const runOf = ({ workspaceId }: TestWorkspace) => read(workspaceId, (tx) => readRun(tx, { workspaceId, day: DAY }));

async function lines({ workspaceId }: TestWorkspace, query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await read(workspaceId, (tx) => tx.execute<{ line: string }>(query));
  return rows.map((row) => row.line);
}

const marks = (workspace: TestWorkspace) =>
  lines(
    workspace,
    sql`select concat_ws(' ', a.external_id, a.marked_on, a.cause, r.external_id) as line from accounts a
      left join accounts r on r.workspace_id = ${workspace.workspaceId} and r.id = a.root_id
      where a.workspace_id = ${workspace.workspaceId} order by a.external_id`,
  );
const listed = (workspace: TestWorkspace) =>
  lines(
    workspace,
    sql`select concat_ws(' ', effect, kind, account, cause) as line from run_effects where workspace_id = ${workspace.workspaceId} order by account`,
  );
const trail = (workspace: TestWorkspace) =>
  lines(workspace, sql`select action as line from audit_entries where workspace_id = ${workspace.workspaceId} order by number`);
const marksOn = async (workspace: TestWorkspace, day: Day, cause: 'inactivity' | 'parent') =>
  (
    await lines(
      workspace,
      sql`select external_id as line from accounts where workspace_id = ${workspace.workspaceId} and marked_on = ${day} and cause = ${cause}`,
    )
  ).length;
const left = async (workspace: TestWorkspace) =>
  (await lines(workspace, sql`select external_id as line from accounts where workspace_id = ${workspace.workspaceId}`)).length;
