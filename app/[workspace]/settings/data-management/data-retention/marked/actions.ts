'use server';

import { moveToPaying } from '#lib/entities/move-to-paying.ts';
import { endHold } from '#lib/holds/end-hold.ts';
import { putHold } from '#lib/holds/put-hold.ts';
import { reviveAndHold } from '#lib/holds/revive-and-hold.ts';
import { beginRevive } from '#lib/retention/revive-entities.ts';
import { formAction } from '#lib/web/form-action.ts';

export const reviveAction = formAction(beginRevive);
export const reviveAndHoldAction = formAction(reviveAndHold);
export const moveToPayingAction = formAction(moveToPaying);
export const putHoldAction = formAction(putHold);
export const endHoldAction = formAction(endHold);
