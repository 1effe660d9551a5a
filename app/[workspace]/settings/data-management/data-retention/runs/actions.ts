'use server';

import { allowMarks, refuseMarks } from '#lib/retention/answer-breaker.ts';
import { runNow } from '#lib/retention/run-now.ts';
import { formAction } from '#lib/web/form-action.ts';

export const runNowAction = formAction(runNow);
export const allowMarksAction = formAction(allowMarks);
export const refuseMarksAction = formAction(refuseMarks);
