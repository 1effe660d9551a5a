import { startDueRuns } from '#lib/retention/start-due-runs.ts';

export async function dailySchedule(): Promise<void> {
  await startDueRuns({ startedBy: 'daily process' });
}

/** Starts what the schedule's own moment missed: a worker that ended between two runs of a workspace, a queue that was away at 02:00. */
export async function missedSchedule(): Promise<void> {
  await startDueRuns({ startedBy: 'daily process', among: 'those that ran before' });
}
