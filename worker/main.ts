import { setInterval } from 'node:timers';
import { closeDatabase } from '#db/client.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { closeQueue, DAILY_RUN, DAILY_SCHEDULE, type DailyRunJob, startQueue } from '#lib/queue.ts';
import { bulkJobs } from './tasks/bulk-jobs.ts';
import { dailyRun } from './tasks/daily-run.ts';
import { dailySchedule, missedSchedule } from './tasks/daily-schedule.ts';
import { heartbeat } from './tasks/heartbeat.ts';
import { takeOverRuns } from './tasks/take-over-runs.ts';

/** One worker. As many as wanted may run on the same database, on as many machines; killing any of them loses nothing. */
const worker = newId();
const HEARTBEAT_MS = 10_000;
const MISSED_MS = 60_000;
/** How soon a change of many entities that somebody started is worked on. */
const BULK_MS = 1_000;
const queue = await startQueue();
const polling = { pollingIntervalSeconds: 0.5, localConcurrency: env().WORKER_CONCURRENCY };

await queue.work<DailyRunJob>(DAILY_RUN, polling, async ([job]) => {
  if (job) await dailyRun(job.data, worker);
});
await queue.work(DAILY_SCHEDULE, { pollingIntervalSeconds: 0.5 }, dailySchedule);
const timers = [
  every(HEARTBEAT_MS, () => heartbeat(worker)),
  every(env().RUN_LEASE_MS / 2, () => takeOverRuns(worker)),
  every(MISSED_MS, missedSchedule),
  every(BULK_MS, bulkJobs),
];
// What became due while no worker was there is started now, not tomorrow.
await dailySchedule();
log.info('worker is ready', { worker });

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

async function stop(): Promise<void> {
  for (const timer of timers) clearInterval(timer);
  await queue.stop({ graceful: true, timeout: 5_000 });
  await closeQueue();
  await closeDatabase();
  process.exit(0);
}

/** Repeats `work` every `ms`, never twice at once; a failure is logged and the next turn tries again. */
function every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
  let busy = false;
  const turn = async () => {
    if (busy) return;
    busy = true;
    await work().catch((error) => log.warn('a worker task failed', { error }));
    busy = false;
  };
  void turn();
  return setInterval(turn, ms);
}
