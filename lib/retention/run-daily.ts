import { setTimeout as sleep } from 'node:timers/promises';
import { read } from '#db/client.ts';
import { type DailyRun, readRun, unfinishedRun } from '#db/daily-runs.ts';
import { newId } from '#lib/ids.ts';
import type { Day } from '#lib/time.ts';
import { type StartOptions, startDailyRun } from './start-daily-run.ts';
import { workDailyRun } from './work-daily-run.ts';

export type RunSummary = Pick<DailyRun, 'day' | 'state' | 'marked' | 'lifted' | 'purged'>;

/** Runs the daily process of the present process day in this process and waits for its end, also where somebody else works on it. An earlier run that was
 *  cut off is completed first (R28). With `day`, AppError `invalid` where that is not the present process day: nothing is done then. */
export async function runDaily(options: Omit<StartOptions, 'holder'>): Promise<RunSummary> {
  const { workspaceId } = options;
  const holder = newId();
  for (;;) {
    const started = await startDailyRun({ ...options, holder });
    await workToItsEnd({ workspaceId, day: started.day, holder });
    if (started.state !== 'unfinished') return summaryOf(workspaceId, started.day);
  }
}

/** Completes the run that was cut off, where there is one. */
export async function finishOpenRun({ workspaceId }: { workspaceId: string }): Promise<void> {
  const open = await read(workspaceId, (tx) => unfinishedRun(tx, { workspaceId }));
  if (open) await workToItsEnd({ workspaceId, day: open.day, holder: newId() });
}

async function workToItsEnd(run: { workspaceId: string; day: Day; holder: string }): Promise<void> {
  while ((await workDailyRun(run)) === 'busy') await sleep(BUSY_POLL_MS);
}

const BUSY_POLL_MS = 200;

async function summaryOf(workspaceId: string, day: Day): Promise<RunSummary> {
  const run = await read(workspaceId, (tx) => readRun(tx, { workspaceId, day }));
  if (!run) throw new Error(`no run of ${day}`);
  const { state, marked, lifted, purged } = run;
  return { day, state, marked, lifted, purged };
}
