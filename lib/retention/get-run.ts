import { z } from 'zod';
import { type DailyRun, readRun } from '#db/daily-runs.ts';
import type { Scene } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { type Day, parseDay } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { runAnswer } from './rules/run-answer.ts';

export const RunInput = z.object({ day: z.string() });

/** The run of a day. AppError `not-found`, for what is no day too. */
export const getRun = view({
  name: 'runs.get',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: RunInput,
  async read(scene, { day }) {
    return runAnswer(await runOf(scene, day));
  },
});

/** AppError `not-found` where the workspace has no run of that day. */
export async function runOf({ tx, workspaceId }: Pick<Scene, 'tx' | 'workspaceId'>, day: string): Promise<DailyRun> {
  const named = dayIn(day);
  const run = named && (await readRun(tx, { workspaceId, day: named }));
  if (!run) throw new AppError('not-found', 'There is no run of that day.');
  return run;
}

function dayIn(text: string): Day | null {
  try {
    return parseDay(text);
  } catch {
    return null;
  }
}
