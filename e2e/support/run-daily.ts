import { api } from './api.ts';
import type { TestWorkspace } from './workspace.ts';

/** Moves the clock to 02:00 UTC of `day`, so that the daily process of every day up to it has run. */
export async function runDaily(workspace: TestWorkspace, day: string): Promise<void> {
  await advanceTo(workspace, `${day}T02:00:00Z`);
}

export async function advanceTo(workspace: TestWorkspace, instant: string): Promise<void> {
  await api(workspace, 'POST', 'test-clock/advance', { to: instant });
}
