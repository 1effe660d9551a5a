import { asc, eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { directory, openRuns } from './schema/platform.ts';

/** Local: the workspaces on the real clock with a run that is not over. */
export async function listWorkspacesRunning(tx: Tx): Promise<{ workspaceId: string }[]> {
  return tx
    .selectDistinct({ workspaceId: openRuns.workspaceId })
    .from(openRuns)
    .innerJoin(directory, eq(directory.workspaceId, openRuns.workspaceId))
    .where(eq(directory.testClock, false))
    .orderBy(asc(openRuns.workspaceId));
}
