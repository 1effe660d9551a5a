import { type Account, below, type World } from './world.ts';

/** R12. "Reviving an account revives what R10 took along with it and nothing else: who was marked for its own inactivity stays marked." An account that itself
 *  went along is revived "alone (with its users, objects, and what went along with the same root below it; 'below' is by the parents of that moment, through
 *  accounts marked otherwise too)". Users and objects that went along bear no mark: theirs is the account's. */
export function revive(world: World, account: Account): void {
  if (account.mark === null) return;
  for (const along of wentAlong(world, account)) along.mark = null;
  account.mark = null;
}

/** What goes where the mark of `account` goes: all that it took along, or, where it went along itself, what is below it of the same root. */
export function wentAlong(world: World, account: Account): Account[] {
  const root = account.mark?.cause === 'parent' ? account.mark.root : account.number;
  const among = account.mark?.cause === 'parent' ? below(world, account) : world.accounts;
  return among.filter((other) => other.mark?.cause === 'parent' && other.mark.root === root);
}
