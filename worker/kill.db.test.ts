import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { read, transaction } from '#db/client.ts';
import { readRun } from '#db/daily-runs.ts';
import { durableDatabase } from '#db/testing/durable-database.ts';
import { randomModel, seededRandom, statedRows, writeModel } from '#db/testing/model-rows.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { newId } from '#lib/ids.ts';
import { startDailyRun } from '#lib/retention/start-daily-run.ts';
import { workDailyRun } from '#lib/retention/work-daily-run.ts';
import { addDays, parseDay } from '#lib/time.ts';
import { bundle } from '../scripts/launch/bundle.ts';

const database = durableDatabase();

const DAY = parseDay('2026-07-20');
const KILLS = 20;
/** So few that a run takes hundreds of transactions. */
const CHUNK_ROWS = 8;
const LEASE_MS = 1_000;
const MINUTES = 60_000;

const workers: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map(killed));
});

test('R28: a run whose worker is killed twenty times ends as one that was not', { timeout: 3 * MINUTES }, async () => {
  const { workspaceId, twin } = await workspaceAndTwin('worker');
  const random = seededRandom('worker kills');
  let worker = await startWorker();
  for (let kill = 1; kill <= KILLS; kill++) {
    await advanced(workspaceId, 1 + random.whole(4));
    await sleep(random.whole(12));
    await killed(worker);
    worker = await startWorker();
  }
  expect(await stateOf(workspaceId)).toBe('running');
  await finished(workspaceId);
  expect(await outcome(workspaceId)).toEqual(await outcome(twin));
});

test('R28: a run whose database is killed twenty times ends as one that was not', { timeout: 3 * MINUTES }, async () => {
  const { workspaceId, twin } = await workspaceAndTwin('database');
  const random = seededRandom('database kills');
  const worker = await startWorker();
  for (let kill = 1; kill <= KILLS; kill++) {
    await advanced(workspaceId, 1 + random.whole(4));
    await sleep(random.whole(12));
    await database.crash();
  }
  expect(await stateOf(workspaceId)).not.toBe('done');
  await finished(workspaceId);
  expect(worker.exitCode, 'the worker lives through it').toBeNull();
  expect(await outcome(workspaceId)).toEqual(await outcome(twin));
});

/** Two workspaces with the same rows and a run of the same day: the twin's is worked undisturbed, the other one waits for a worker. */
async function workspaceAndTwin(seed: string): Promise<{ workspaceId: string; twin: string }> {
  const [twin, workspaceId] = [await workspaceWithRows(seed), await workspaceWithRows(seed)];
  await startDailyRun({ workspaceId: twin, startedBy: 'daily process' });
  await workDailyRun({ workspaceId: twin, day: DAY, holder: newId(), chunkRows: CHUNK_ROWS });
  await startDailyRun({ workspaceId, startedBy: 'daily process' });
  return { workspaceId, twin };
}

async function workspaceWithRows(seed: string): Promise<string> {
  const { workspaceId, ctx } = await testWorkspace('2026-07-20T02:00:00Z');
  await createCollection(ctx, { collection: 'deals' });
  await writeModel(workspaceId, randomModel(seed, DAY, 1_000), (last) => last);
  await transaction(workspaceId, async (tx) => {
    await tx.execute(sql`update workspaces set breaker_floor = 1000000 where id = ${workspaceId}`);
    await tx.execute(sql`update policies set days = 5, inherits = false, mode = 'included', since = ${`${addDays(DAY, -15)}T09:00:00Z`}
      where workspace_id = ${workspaceId} and kind <> 'free_accounts'`);
  });
  return workspaceId;
}

async function startWorker(): Promise<ChildProcess> {
  const program = path.join(await bundle(), 'worker.js');
  const env = database.env({ RUN_LEASE_MS: String(LEASE_MS), RUN_CHUNK_ROWS: String(CHUNK_ROWS) });
  const endsWithUs = path.resolve('scripts/launch/end-with-parent.mjs');
  const worker = spawn(process.execPath, ['--import', endsWithUs, program], { env, stdio: 'ignore' });
  workers.push(worker);
  return worker;
}

async function killed(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

/** Waits until the run has gone on by `chunks`. */
async function advanced(workspaceId: string, chunks: number): Promise<void> {
  const from = (await runOf(workspaceId))?.chunks ?? 0;
  await until(async () => ((await runOf(workspaceId))?.chunks ?? 0) >= from + chunks);
}

function finished(workspaceId: string): Promise<void> {
  return until(async () => (await stateOf(workspaceId)) === 'done');
}

/** The deadline only keeps a broken test from lasting for ever. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + MINUTES; !(await condition()); await sleep(3)) {
    if (Date.now() > deadline) throw new Error('nothing went on for a minute');
  }
}

const stateOf = async (workspaceId: string) => (await runOf(workspaceId))?.state;
const runOf = (workspaceId: string) => read(workspaceId, (tx) => readRun(tx, { workspaceId, day: DAY }));

/** Everything that a run leaves: rows, its own record, its list and the trail, chunk by chunk. */
async function outcome(workspaceId: string) {
  const run = await runOf(workspaceId);
  const lists = await read(workspaceId, async (tx) => ({
    effects: await tx.execute(sql`select day, chunk, effect, entity_id, kind, account, member, cause from run_effects
      where workspace_id = ${workspaceId} order by chunk, effect, entity_id`),
    trail: await tx.execute(sql`select number, at, actor, action, rule, entity, "from", "to", hash from audit_entries
      where workspace_id = ${workspaceId} order by number`),
    open: await tx.execute(sql`select day from open_runs where workspace_id = ${workspaceId}`),
  }));
  const { state, step, chunks, stepRows, marked, lifted, purged, expected, failure } = run ?? {};
  expect(lists.effects.length).toBeGreaterThan(1_000);
  return {
    rows: await statedRows(workspaceId),
    run: { state, step, chunks, stepRows, marked, lifted, purged, expected, failure },
    ...lists,
  };
}
