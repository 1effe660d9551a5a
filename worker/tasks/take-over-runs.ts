import { listOpenRuns } from '#lib/retention/list-open-runs.ts';
import { dailyRun } from './daily-run.ts';

/** Goes on with runs whose worker died: one that is held is left alone (R28). */
export async function takeOverRuns(worker: string): Promise<void> {
  for (const run of await listOpenRuns()) await dailyRun(run, worker);
}
