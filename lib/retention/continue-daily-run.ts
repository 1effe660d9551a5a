import { read, transaction } from '#db/client.ts';
import { readRun, updateRun } from '#db/daily-runs.ts';
import { openWorkspace } from '#db/workspace.ts';
import { log } from '#lib/log.ts';
import { type DailyRunJob, enqueueDailyRun } from '#lib/queue.ts';
import { processDayAt } from '#lib/time.ts';
import { startDailyRun } from './start-daily-run.ts';
import { type WorkOptions, workDailyRun } from './work-daily-run.ts';

/** A worker's turn at a run: works on it until it is over. A failure is written into the run, which stays open and is taken up again when its lease lapses.
 *  After a run of an earlier day, the present day's is started (R28). */
export async function continueDailyRun(options: DailyRunJob & Required<WorkOptions>): Promise<void> {
  const { workspaceId, day } = options;
  try {
    if ((await workDailyRun(options)) === 'busy') return;
  } catch (error) {
    log.error('a daily run failed and will be tried again', { workspaceId, day, error });
    await noteFailure({ workspaceId, day }, error);
    return;
  }
  const workspace = await read(workspaceId, (tx) => openWorkspace(tx, { workspaceId }));
  if (!workspace || workspace.testClockAt !== null || processDayAt(workspace.now) <= day) return;
  await startDailyRun({ workspaceId, startedBy: 'daily process' }, enqueueDailyRun);
}

async function noteFailure({ workspaceId, day }: DailyRunJob, error: unknown): Promise<void> {
  const failure = reasonOf(error).slice(0, 500);
  await transaction(workspaceId, async (tx) => {
    const run = await readRun(tx, { workspaceId, day, lock: true });
    if (run?.state === 'running') await updateRun(tx, { workspaceId, day, state: 'failed', failure });
  });
}

/** What the database said, not the statement with its values that it was wrapped in. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}
