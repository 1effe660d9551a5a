import { machineNow } from '#db/client.ts';
import { startDueRuns } from '#lib/retention/start-due-runs.ts';

export async function dailySchedule(): Promise<void> {
  await startDueRuns({ now: machineNow(), startedBy: 'daily process' });
}
