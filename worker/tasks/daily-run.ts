import { env } from '#lib/env.ts';
import type { DailyRunJob } from '#lib/queue.ts';
import { continueDailyRun } from '#lib/retention/continue-daily-run.ts';

export async function dailyRun({ workspaceId, day }: DailyRunJob, worker: string): Promise<void> {
  await continueDailyRun({ workspaceId, day, holder: worker, leaseMs: env().RUN_LEASE_MS });
}
