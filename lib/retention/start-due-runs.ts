import { platform } from '#db/client.ts';
import { countWorkspacesBegun, listWorkspacesDue } from '#db/daily-runs.ts';
import { log } from '#lib/log.ts';
import { enqueueDailyRun } from '#lib/queue.ts';
import { type Day, type Instant, processDayAt } from '#lib/time.ts';
import { startDailyRun } from './start-daily-run.ts';

/** R28. Starts the daily process of every workspace on the real clock that has not begun the process day of `now`. One that fails to start holds no other up;
 *  it stays due. `already` counts those that had begun before. */
export async function startDueRuns({
  now,
  startedBy,
}: {
  now: Instant;
  startedBy: string;
}): Promise<{ day: Day; started: number; already: number }> {
  const day = processDayAt(now);
  const due = await platform(async (tx) => ({
    already: await countWorkspacesBegun(tx, { day }),
    list: await listWorkspacesDue(tx, { day }),
  }));
  let started = 0;
  for (const { workspaceId } of due.list) {
    try {
      const run = await startDailyRun({ workspaceId, startedBy }, enqueueDailyRun);
      // An earlier run that was cut off comes first; its worker starts the present day's when it is done.
      if (run.state === 'unfinished') await enqueueDailyRun(null, { workspaceId, day: run.day });
      started += 1;
    } catch (error) {
      log.error('a daily run could not be started', { workspaceId, day, error });
    }
  }
  return { day, started, already: due.already };
}
