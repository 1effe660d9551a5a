import { lockTree, movesAccounts, parentsUpwards } from '#db/account-tree.ts';
import { collectionIds } from '#db/collection-ids.ts';
import { lockAccounts } from '#db/engine/lock-accounts.ts';
import { lockObjects, lockUsers } from '#db/engine/lock-members.ts';
import { firstNamedOrder, lastSeen } from '#db/last-seen.ts';
import type { Scene } from '#lib/command.ts';
import type { Found, FoundAccount } from './rules/found.ts';
import { type Names, namesIn } from './rules/names.ts';
import type { Numbered } from './rules/signal.ts';

/** What stands of everything that `signals` name. Locks, in this order: the tree where an account that stands moves, accounts, users, objects. */
export async function findForSignals({ tx, workspaceId, workspace }: Scene, signals: readonly Numbered[]): Promise<Found> {
  const names = namesIn(signals);
  const treeLocked = await movesAccounts(tx, { workspaceId, placed: names.placed });
  if (treeLocked) await lockTree(tx, { workspaceId });
  const seen = await lastSeen(tx, { workspaceId, users: [...names.lone] });
  const accounts = await lockAccounts(tx, { workspaceId, accounts: [...new Set([...names.accounts, ...seen.values()])] });
  const collections = await collectionIds(tx, { workspaceId, names: [...new Set([...names.objects.values()].map((o) => o.collection))] });
  const users = await lockUsers(tx, { workspaceId, users: standingUsers(names, seen, accounts) });
  const objects = await lockObjects(tx, { workspaceId, objects: standingObjects(names, accounts, collections) });
  const above = names.placed.flatMap(({ parent }) => parent ?? []);
  const parents = treeLocked ? await parentsUpwards(tx, { workspaceId, accounts: above }) : null;
  const firstOrder = names.users.size === 0 ? 0 : await firstNamedOrder(tx);
  return { archivedBlocks: workspace.archivedBlocks, accounts, users, objects, collections, lastSeen: seen, parents, firstOrder };
}

type Accounts = ReadonlyMap<string, FoundAccount>;

/** The users that may stand: those whose account does. */
function standingUsers({ users, lone }: Names, seen: ReadonlyMap<string, string>, accounts: Accounts) {
  const named = [...users.values(), ...[...lone].map((user) => ({ account: seen.get(user) ?? '', user }))];
  return named.flatMap(({ account, user }) => {
    const accountId = accounts.get(account)?.id;
    return accountId === undefined ? [] : [{ accountId, user }];
  });
}

function standingObjects({ objects }: Names, accounts: Accounts, collections: ReadonlyMap<string, string>) {
  return [...objects.values()].flatMap(({ account, collection, object }) => {
    const [accountId, collectionId] = [accounts.get(account)?.id, collections.get(collection)];
    return accountId === undefined || collectionId === undefined ? [] : [{ accountId, collectionId, object }];
  });
}
