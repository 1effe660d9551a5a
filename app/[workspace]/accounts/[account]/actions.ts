'use server';

import { archiveAccount } from '#lib/entities/archive-account.ts';
import { deleteAccount } from '#lib/entities/delete-account.ts';
import { editAccount } from '#lib/entities/edit-account.ts';
import { restoreAccount } from '#lib/entities/restore-account.ts';
import { endHold } from '#lib/holds/end-hold.ts';
import { putHold } from '#lib/holds/put-hold.ts';
import { reviveAndHold } from '#lib/holds/revive-and-hold.ts';
import { reviveEntities } from '#lib/retention/revive-entities.ts';
import { formAction } from '#lib/web/form-action.ts';

export const archiveAction = formAction(archiveAccount);
export const deleteAction = formAction(deleteAccount);
export const editAction = formAction(editAccount);
export const restoreAction = formAction(restoreAccount);
export const reviveAction = formAction(reviveEntities);
export const reviveAndHoldAction = formAction(reviveAndHold);
export const putHoldAction = formAction(putHold);
export const endHoldAction = formAction(endHold);
