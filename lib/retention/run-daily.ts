import { setTimeout as sleep } from 'node:timers/promises';
import { read } from '#db/client.ts';
import { type DailyRun, readRun } from '#db/daily-runs.ts';
import { newId } from '#lib/ids.ts';
import type { Day } from '#lib/time.ts';
import { startDailyRun } from './start-daily-run.ts';
import { workDailyRun } from './work-daily-run.ts';

export type RunSummary = Pick<DailyRun, 'day' | 'state' | 'marked' | 'lifted' | 'purged'>;

/** Runs the daily process of the present process day in this process and waits for its end, also where somebody else works on it. An earlier run that was
 *  cut off is completed first (R28). With `day`, AppError `invalid` where that is not the present process day: nothing is done then. */
export async function runDaily({
  workspaceId,
  day,
  startedBy,
}: {
  workspaceId: string;
  day?: Day;
  startedBy: string;
}): Promise<RunSummary> {
  const holder = newId();
  for (;;) {
    const started = await startDailyRun({ workspaceId, ...(day === undefined ? {} : { day }), startedBy, holder });
    while ((await workDailyRun({ workspaceId, day: started.day, holder })) === 'busy') await sleep(BUSY_POLL_MS);
    if (started.state !== 'unfinished') return summaryOf(workspaceId, started.day);
  }
}

const BUSY_POLL_MS = 200;

async function summaryOf(workspaceId: string, day: Day): Promise<RunSummary> {
  const run = await read(workspaceId, (tx) => readRun(tx, { workspaceId, day }));
  if (!run) throw new Error(`no run of ${day}`);
  const { state, marked, lifted, purged } = run;
  return { day, state, marked, lifted, purged };
}
