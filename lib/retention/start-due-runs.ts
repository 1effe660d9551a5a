import { platform } from '#db/client.ts';
import { countWorkspacesBegun, databaseNow, listWorkspacesDue } from '#db/daily-runs.ts';
import { log } from '#lib/log.ts';
import { enqueueDailyRun } from '#lib/queue.ts';
import { type Day, processDayAt } from '#lib/time.ts';
import { startDailyRun } from './start-daily-run.ts';

type DueRuns = { startedBy: string; among?: 'all' | 'those that ran before' };

/** R28. Starts the daily process of every workspace on the real clock that has not begun the present process day. One that fails to start holds no other up;
 *  it stays due. `already` counts those that had begun before. The clock is the database's, by which each run's day is decided too. */
export async function startDueRuns({ startedBy, among = 'all' }: DueRuns): Promise<{ day: Day; started: number; already: number }> {
  const { day, due, begun } = await platform(async (tx) => {
    const day = processDayAt(await databaseNow(tx));
    const due = await listWorkspacesDue(tx, { day, ranBefore: among === 'those that ran before' });
    return { day, due, begun: await countWorkspacesBegun(tx, { day }) };
  });
  let started = 0;
  let already = begun;
  for (const { workspaceId } of due) {
    try {
      const run = await startDailyRun({ workspaceId, startedBy }, enqueueDailyRun);
      // An earlier run that was cut off comes first; its worker starts the present day's when it is done.
      if (run.state === 'unfinished') await enqueueDailyRun(null, { workspaceId, day: run.day });
      if (run.state === 'already') already += 1;
      else started += 1;
    } catch (error) {
      log.error('a daily run could not be started', { workspaceId, day, error });
    }
  }
  return { day, started, already };
}
