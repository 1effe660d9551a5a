import { platform } from '#db/client.ts';
import { listOpenRuns as readOpenRuns } from '#db/daily-runs.ts';
import type { DailyRunJob } from '#lib/queue.ts';

/** The runs of all workspaces that are not over: for workers that look for one whose lease lapsed. */
export function listOpenRuns(): Promise<DailyRunJob[]> {
  return platform(readOpenRuns);
}
