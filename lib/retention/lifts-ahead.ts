import { accountsAbove } from '#db/account-family.ts';
import type { Tx } from '#db/client.ts';
import { holdsOfAccount } from '#db/list-holds.ts';
import { readAccount } from '#db/read-accounts.ts';
import type { AccountFacts } from '#lib/entities/rules/entity-answer.ts';
import type { Day } from '#lib/time.ts';
import { type MarkBearer, markStands } from './rules/mark-stands.ts';
import type { PolicySet } from './rules/policy.ts';

/** As many accounts above one as are looked at for a hold. */
export const ABOVE = 1000;

export type Ahead = { workspaceId: string; set: PolicySet; day: Day };
type Marked = Omit<MarkBearer, 'held' | 'cause'> & Pick<AccountFacts, 'id' | 'cause'> & { accountId: string; member: boolean };

/** R14. Whether the daily process of `day` lifts the mark of an entity: its cause no longer holds, or the mark that took it along is lifted. */
export async function liftsAhead(tx: Tx, ahead: Ahead, marked: Marked, account: AccountFacts): Promise<boolean> {
  const { cause } = marked;
  if (cause === null) return false;
  if (!marked.member || cause === 'parent') return accountLifts(tx, ahead, account);
  const holds = await holdsOn(tx, ahead, marked.accountId);
  const held = holds.some(({ kind, id }) => kind === 'accounts' || id === marked.id);
  return !markStands({ ...marked, cause, held }, ahead.set, ahead.day);
}

export async function accountLifts(tx: Tx, ahead: Ahead, account: AccountFacts): Promise<boolean> {
  const { cause } = account;
  if (cause === null) return false;
  const held = (await holdsOn(tx, ahead, account.id)).length > 0;
  if (cause !== 'parent') return !markStands({ ...account, kind: 'accounts', cause, held }, ahead.set, ahead.day);
  return held || (await releasedFromAbove(tx, ahead, account));
}

/** A hold on one above that went along with the same root releases what is below it; with the root's mark all that it took along is lifted. */
async function releasedFromAbove(tx: Tx, ahead: Ahead, { id, root }: AccountFacts): Promise<boolean> {
  const above = await accountsAbove(tx, { workspaceId: ahead.workspaceId, id, limit: ABOVE });
  for (const between of above.filter((a) => a.cause === 'parent' && a.root === root && a.onHold)) {
    if ((await holdsOn(tx, ahead, between.id)).length > 0) return true;
  }
  const found = root === null ? null : await readAccount(tx, { workspaceId: ahead.workspaceId, account: root });
  return found !== null && found.cause !== 'parent' && accountLifts(tx, ahead, found);
}

/** R15. The holds of an account that are in force on that day: those before it end first. */
export async function holdsOn(tx: Tx, { workspaceId, day }: Ahead, accountId: string) {
  const holds = await holdsOfAccount(tx, { workspaceId, accountId });
  return holds.filter(({ until }) => until === null || until >= day);
}
