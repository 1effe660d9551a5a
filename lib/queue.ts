import { PgBoss } from 'pg-boss';
import type { Tx } from '#db/client.ts';
import { queueDatabase } from '#db/queue-database.ts';
import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import type { Day } from '#lib/time.ts';

/** The queue wakes a worker; what is to be done stands in our own tables, so a job that is lost or comes twice changes nothing. */
export const DAILY_RUN = 'daily-run';
/** Comes once a day at 02:00 UTC, to whichever worker is there. */
export const DAILY_SCHEDULE = 'daily-schedule';

export type DailyRunJob = { workspaceId: string; day: Day };

/** Wakes a worker for a run, inside `tx` (null: at once). */
export async function enqueueDailyRun(tx: Tx | null, job: DailyRunJob): Promise<void> {
  const queue = await sender();
  await queue.send(DAILY_RUN, job, tx === null ? {} : { db: queueDatabase(tx) });
}

/** A queue that takes jobs, for a worker: it also keeps the schedule and the queue's own upkeep. The caller stops it. */
export async function startQueue(): Promise<PgBoss> {
  const queue = open({ max: 4 });
  await queue.start();
  await queue.schedule(DAILY_SCHEDULE, '0 2 * * *', {}, { tz: 'UTC', missed: 'once' });
  return queue;
}

/** Ends the connections of the sender of this process. */
export async function closeQueue(): Promise<void> {
  const queue = holder.perennialQueue;
  holder.perennialQueue = undefined;
  await (await queue)?.stop({ graceful: false });
}

const holder = globalThis as { perennialQueue?: Promise<PgBoss> | undefined };

function sender(): Promise<PgBoss> {
  holder.perennialQueue ??= startSender().catch((error) => {
    holder.perennialQueue = undefined;
    throw error;
  });
  return holder.perennialQueue;
}

async function startSender(): Promise<PgBoss> {
  const queue = open({ max: 2, supervise: false, schedule: false });
  await queue.start();
  return queue;
}

function open(options: { max: number; supervise?: boolean; schedule?: boolean }): PgBoss {
  const queue = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: 'pgboss',
    migrate: false,
    application_name: 'perennial queue',
    ...options,
  });
  queue.on('error', (error) => log.warn('queue', { error }));
  return queue;
}
