'use server';

import { formAction } from '#lib/web/form-action.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';

export const advanceTestClockAction = formAction(advanceTestClock);
