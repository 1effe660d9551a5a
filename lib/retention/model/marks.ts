import { expires, hasExpired, hasReached, policyOf } from './policies.ts';
import { type Account, above, type Day, kindOf, type Mark, type Member, onHold, type Waiting, type World } from './world.ts';

/** What a run marks: accounts with their marks, and users and objects. */
export type Marks = { accounts: Map<Account, Mark>; members: Member[] };

/** R9. "All accounts that are due for a cause of their own are marked first, parents and sub-accounts alike; then cascades (R10); then users and objects." Gives
 *  what was marked; kinds whose marks trip the breaker (R29) are added to `waiting` and not marked. */
export function markDay(world: World, day: Day, waiting: Waiting[]): Marks {
  const active = new Map([...world.policies.keys()].map((kind) => [kind, countActive(world, kind)]));
  const marked: Marks = { accounts: new Map(), members: [] };
  const waits = (kind: string, marks: number) => {
    const weight = { kind, marks, active: active.get(kind) ?? 0, answer: null };
    if (trips(world, weight)) waiting.push(weight);
    return waiting.includes(weight);
  };
  for (const kind of ['accounts', 'free_accounts']) {
    if (policyOf(world, kind).refused) continue;
    const due = accountsOf(world, kind, day);
    if (waits(kind, due.size)) continue;
    for (const [account, mark] of due) marked.accounts.set(account, mark);
  }
  for (const [account, mark] of marked.accounts) account.mark = mark;
  const due = world.members.filter((member) => !policyOf(world, kindOf(member)).refused && isMemberDue(world, member, day));
  for (const kind of new Set(due.map(kindOf))) {
    const ofKind = due.filter((member) => kindOf(member) === kind);
    if (!waits(kind, ofKind.length)) marked.members.push(...ofKind);
  }
  for (const member of marked.members) member.mark = { cause: 'inactivity', on: day, root: null };
  return marked;
}

/** R29. Allow "checks every entity again and marks with the process day on which it is allowed". */
export function markAllowed(world: World, kind: string, day: Day): Marks {
  const marked: Marks = { accounts: new Map(), members: [] };
  if (kind === 'accounts' || kind === 'free_accounts') marked.accounts = accountsOf(world, kind, day);
  else marked.members = world.members.filter((member) => kindOf(member) === kind && isMemberDue(world, member, day));
  for (const [account, mark] of marked.accounts) account.mark = mark;
  for (const member of marked.members) member.mark = { cause: 'inactivity', on: day, root: null };
  return marked;
}

/** The marks that a policy makes of accounts: those due for a cause of their own and, for inactivity, what goes along. R13. "Expiry takes the account's users and
 *  objects only, never a sub-account." */
function accountsOf(world: World, kind: string, day: Day): Map<Account, Mark> {
  const cause = kind === 'accounts' ? ('inactivity' as const) : ('expiry' as const);
  const due = (account: Account) => (kind === 'accounts' ? hasReached(world, account, day) : hasExpired(world, account, day));
  // R15. "An entity on hold is neither marked nor purged."
  const own = world.accounts.filter((account) => account.mark === null && !onHold(world, account) && due(account));
  const marks = new Map<Account, Mark>(own.map((account) => [account, { cause, on: day, root: null }]));
  if (cause === 'expiry') return marks;
  for (const account of world.accounts) {
    const root = own.includes(account) || account.mark !== null ? null : rootOf(world, account, own);
    if (root !== null) marks.set(account, { cause: 'parent', on: day, root: root.number });
  }
  return marks;
}

/** R10. The root that takes an account along: "the nearest account above that was marked for a cause of its own in that same run. Below accounts that were marked
 *  earlier the cascade goes on. A held sub-account does not go, nor what is below it." Null where it stays. */
function rootOf(world: World, account: Account, own: readonly Account[]): Account | null {
  if (onHold(world, account)) return null;
  for (const other of above(account)) {
    if (own.includes(other)) return other;
    if (onHold(world, other)) return null;
  }
  return null;
}

/** R9. Users and objects "of a marked account get no mark of their own, in this run or later, while it is marked". */
function isMemberDue(world: World, member: Member, day: Day): boolean {
  return member.mark === null && member.account.mark === null && !onHold(world, member) && hasReached(world, member, day);
}

/** R29. "More than 20 % of what is active of its kind and at least 100"; what was accepted "counts as allowed up to 110 % of itself". */
function trips(world: World, { kind, marks, active }: Waiting): boolean {
  const { share, floor } = world.breaker;
  const { accepted } = policyOf(world, kind);
  const heavy = marks >= floor && marks * 100 > share * active;
  return heavy && !(accepted !== null && marks * 10 <= accepted * 11);
}

/** R29. "Accounts against active accounts; free accounts against active free and unknown ones; active after the run's lifts and purges and before its marks,
 *  archived ones not counted." */
function countActive(world: World, kind: string): number {
  const active = (account: Account) => account.mark === null && !account.archived;
  if (kind === 'accounts') return world.accounts.filter(active).length;
  if (kind === 'free_accounts') return world.accounts.filter((account) => active(account) && expires(account)).length;
  return world.members.filter((member) => kindOf(member) === kind && member.mark === null && active(member.account)).length;
}

/** R18. "Usage quota counts accounts that are active." */
export function quotaUsed(world: World): number {
  return countActive(world, 'accounts');
}

/** R14. "A mark whose own cause no longer holds on that day (policy off, or off and on again and so late; more days; a hold; for expiry also a contract status that
 *  does not expire, or an account policy switched on)." */
export function causeHolds(world: World, entity: Account | Member, day: Day): boolean {
  if (onHold(world, entity)) return false;
  if ('account' in entity || entity.mark?.cause === 'inactivity') return hasReached(world, entity, day);
  return hasExpired(world, entity, day);
}
