import { env } from '#lib/env.ts';
import type { DailyRunJob } from '#lib/queue.ts';
import { continueDailyRun } from '#lib/retention/continue-daily-run.ts';

export async function dailyRun({ workspaceId, day }: DailyRunJob, worker: string): Promise<void> {
  const { RUN_LEASE_MS, RUN_CHUNK_ROWS } = env();
  await continueDailyRun({ workspaceId, day, holder: worker, leaseMs: RUN_LEASE_MS, chunkRows: RUN_CHUNK_ROWS });
}
