import { platform } from '#db/client.ts';
import { listWorkspacesRunning } from '#db/open-runs.ts';
import { log } from '#lib/log.ts';
import { runDaily } from './run-daily.ts';

/** Waits until every run on the real clock is over, and works on those that nobody else does: no worker is needed for it. One that fails holds no other up. */
export async function finishDueRuns({ startedBy }: { startedBy: string }): Promise<void> {
  for (const { workspaceId } of await platform(listWorkspacesRunning)) {
    await runDaily({ workspaceId, startedBy }).catch((error) => log.error('a daily run failed', { workspaceId, error }));
  }
}
