import { z } from 'zod';
import { readAccount } from '#db/read-accounts.ts';
import { AppError } from '#lib/errors.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { accountAnswer } from './rules/entity-answer.ts';

/** One account, whatever its state. AppError `not-found`. */
export const getAccount = view({
  name: 'accounts.get',
  permission: 'member',
  scope: 'read',
  input: z.object({ account: z.string() }),
  async read({ tx, workspaceId, now }, { account }) {
    const found = await readAccount(tx, { workspaceId, account });
    if (!found) throw new AppError('not-found', 'There is no such account.');
    return accountAnswer(found, dayOf(now));
  },
});
