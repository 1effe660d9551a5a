import { setArchived } from '#db/archive.ts';
import { informRestored } from '#db/engine/inform-restored.ts';
import { unmarkAccounts } from '#db/engine/unmark-accounts.ts';
import { lockEntity } from '#db/find-entity.ts';
import { command } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { accountSaid } from './account-said.ts';
import { AccountInput, entityOf } from './archive-account.ts';
import { noSuchAccount } from './no-such-account.ts';

/** R16. Brings an archived account back, which counts as information: a mark is taken with it, and what had gone along. AppError `not-found`, `conflict`
 *  where it is not archived. */
export const restoreAccount = command({
  name: 'account.restore',
  permission: 'retention:review',
  scope: 'admin',
  input: AccountInput,
  async run(scene, { account }) {
    const { tx, workspaceId, now } = scene;
    const found = await lockEntity(tx, { workspaceId, reference: { kind: 'accounts', account } });
    if (!found) throw noSuchAccount();
    const unmarked = await unmarkAccounts(tx, { workspaceId, ids: [found.id] });
    if (!(await setArchived(tx, { workspaceId, id: found.id, at: null }))) throw new AppError('conflict', 'This account is not archived.');
    await informRestored(tx, { workspaceId, id: found.id, at: now });
    const note = { action: 'account.restored', rule: 'R16', entity: entityOf(account), to: { revived: unmarked.length } };
    return { result: await accountSaid(scene, account), notes: [note] };
  },
});
