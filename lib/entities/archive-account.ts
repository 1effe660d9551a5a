import { z } from 'zod';
import { setArchived } from '#db/archive.ts';
import { lockEntity } from '#db/find-entity.ts';
import { command } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { accountSaid } from './account-said.ts';
import { noSuchAccount } from './no-such-account.ts';

export const AccountInput = z.object({ account: z.string() });

/** R16. Archives an account: it leaves lists, searches and quota with its users and objects, goes on ageing, and keeps a mark.
 *  AppError `not-found`, `conflict` where it is archived already. */
export const archiveAccount = command({
  name: 'account.archive',
  permission: 'retention:review',
  scope: 'admin',
  input: AccountInput,
  async run(scene, { account }) {
    const { tx, workspaceId, now } = scene;
    const found = await lockEntity(tx, { workspaceId, reference: { kind: 'accounts', account } });
    if (!found) throw noSuchAccount();
    const archived = await setArchived(tx, { workspaceId, id: found.id, at: now });
    if (!archived) throw new AppError('conflict', 'This account is archived already.');
    return { result: await accountSaid(scene, account), notes: [{ action: 'account.archived', rule: 'R16', entity: entityOf(account) }] };
  },
});

/** How the trail names an account. */
export function entityOf(account: string): string {
  return `accounts/${encodeURIComponent(account)}`;
}
