import { z } from 'zod';
import { readAccountState } from '#db/account-state.ts';
import { deleteArchivedAccount } from '#db/engine/delete-archived-account.ts';
import { unmarkAccounts } from '#db/engine/unmark-accounts.ts';
import { lockEntity } from '#db/find-entity.ts';
import { command } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { entityOf } from './archive-account.ts';
import { noSuchAccount } from './no-such-account.ts';

const CONFIRM = 'Type the identifier of the account to confirm.';

export const Deletion = z.object({ account: z.string(), confirm: z.string(CONFIRM) });

/** R16. Deletes an archived account at once and for good, with its users, objects and everything else of theirs. Sub-accounts become top-level; the marks of those
 *  that it took along are lifted. AppError `not-found`, `invalid` without the typed identifier, `conflict` where it is not archived or on hold. */
export const deleteAccount = command({
  name: 'account.delete',
  permission: 'retention:approve',
  scope: 'admin',
  input: Deletion,
  async run({ tx, workspaceId }, { account, confirm }) {
    if (confirm !== account) throw new AppError('invalid', CONFIRM, { fields: [{ path: 'confirm', message: CONFIRM }] });
    const found = await lockEntity(tx, { workspaceId, reference: { kind: 'accounts', account } });
    if (!found) throw noSuchAccount();
    const state = await readAccountState(tx, { workspaceId, id: found.id });
    if (!state?.archived) throw new AppError('conflict', 'Only an archived account can be deleted at once. Archive it first.');
    if (state.onHold) throw new AppError('conflict', 'This account, or a user or object of it, is on hold. End the hold first.');
    const unmarked = state.cause !== null && state.cause !== 'parent' ? await unmarkAccounts(tx, { workspaceId, ids: [found.id] }) : [];
    const lifted = unmarked.filter(({ id }) => id !== found.id).length;
    const deleted = await deleteArchivedAccount(tx, { workspaceId, id: found.id });
    const to = { ...deleted, ...(lifted > 0 ? { lifted } : {}) };
    return { result: deleted, notes: [{ action: 'account.deleted', rule: 'R16', entity: entityOf(account), to }] };
  },
});
