import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { view } from '#lib/view.ts';

/** The instant at which the workspace lives. AppError `not-found` where it lives by the real clock. */
export const getTestClock = view({
  name: 'test-clock.get',
  permission: 'member',
  scope: 'admin',
  input: z.object({}),
  async read({ workspace, now }) {
    if (workspace.testClockAt === null) throw new AppError('not-found', 'This workspace lives by the real clock.');
    return { now };
  },
});
