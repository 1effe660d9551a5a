import { z } from 'zod';
import { readAccountState } from '#db/account-state.ts';
import { lockTree } from '#db/account-tree.ts';
import { parentCloses, updateAccount } from '#db/edit-account.ts';
import { unmarkAccounts } from '#db/engine/unmark-accounts.ts';
import { lockEntity } from '#db/find-entity.ts';
import { command } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { readAttributes } from '#lib/ingest/rules/attributes.ts';
import { expires } from '#lib/retention/rules/lifecycle.ts';
import { accountSaid } from './account-said.ts';
import { entityOf } from './archive-account.ts';
import { noSuchAccount } from './no-such-account.ts';

/** What can be edited of an account; a field that is left out stays. */
export const AccountPatch = z
  .strictObject({ name: z.unknown(), contract_status: z.unknown(), contract_value: z.unknown(), parent: z.unknown() })
  .partial()
  .meta({ description: 'name, contract_status and parent are text or null; contract_value is a number or null.' });

/** Edits an account, archived and marked ones too. An edit is no information (R1); a status that does not expire takes an expiry mark at once (R14).
 *  AppError `not-found`, `invalid` (values, an unknown parent, a loop): then nothing is changed. */
export const editAccount = command({
  name: 'account.edit',
  permission: 'entities:edit',
  scope: 'admin',
  input: z.object({ account: z.string(), patch: AccountPatch }),
  async run(scene, { account, patch }) {
    const { tx, workspaceId } = scene;
    const said = readAttributes(patch, 'account');
    if (Array.isArray(said)) {
      throw new AppError('invalid', 'The edit was refused and nothing was changed.', {
        fields: said.map((e) => ({ path: e.name ?? '', message: e.message })),
      });
    }
    if (said.parent !== undefined) await lockTree(tx, { workspaceId });
    const found = await lockEntity(tx, { workspaceId, reference: { kind: 'accounts', account } });
    const before = found && (await readAccountState(tx, { workspaceId, id: found.id }));
    if (!found || !before) throw noSuchAccount();
    const parentId =
      said.parent === undefined || said.parent === null ? said.parent : await parentOf(tx, workspaceId, found.id, said.parent);
    await updateAccount(tx, { workspaceId, id: found.id, ...said, parentId });
    const stays = said.contractStatus !== undefined && !expires(said.contractStatus);
    const revived = before.cause === 'expiry' && stays ? await unmarkAccounts(tx, { workspaceId, ids: [found.id] }) : [];
    const status = said.contractStatus === undefined ? {} : { contract_status: said.contractStatus };
    const note = {
      action: 'account.edited',
      ...(revived.length > 0 ? { rule: 'R14' } : {}),
      entity: entityOf(account),
      from: said.contractStatus === undefined ? null : { contract_status: before.contractStatus },
      to: { fields: Object.keys(patch), ...status, ...(revived.length > 0 ? { lifted: revived.length } : {}) },
    };
    return { result: await accountSaid(scene, account), notes: Object.keys(patch).length === 0 ? [] : [note] };
  },
});

async function parentOf(tx: Parameters<typeof parentCloses>[0], workspaceId: string, id: string, parent: string): Promise<string> {
  const refuse = (message: string) => new AppError('invalid', message, { fields: [{ path: 'parent', message }] });
  const found = await lockEntity(tx, { workspaceId, reference: { kind: 'accounts', account: parent } });
  if (!found) throw refuse('There is no such account. Send the identifier of one that exists.');
  if (await parentCloses(tx, { workspaceId, id, parentId: found.id }))
    throw refuse('This account is above that one already: an account cannot be its own parent.');
  return found.id;
}
