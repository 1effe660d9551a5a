import { revive } from './revive.ts';
import { type Account, above, accountOf, count, type Member, memberOf, type World } from './world.ts';

/** A signal as a program sends it; what does not decide retention is left out. */
export type Signal =
  | { type: 'account'; account: string; attributes?: { contract_status?: string | null; parent?: string | null } }
  | { type: 'user'; account: string; user: string }
  | { type: 'object'; account: string; collection: string; object: string }
  | { type: 'usage'; account?: string; user?: string; activity: string }
  | { type: 'touchpoint'; account: string; users?: string[] }
  | { type: 'task'; account: string; task: string; status: 'created' | 'completed' };

/** R1. Takes the signals of one request one by one, all at one instant (R2); gives the places of those that were refused. */
export function tell(world: World, signals: readonly Signal[]): number[] {
  return signals.flatMap((signal, index) => (tellOne(world, signal) ? [] : [index]));
}

/** False where the signal is refused: "a refused signal makes nothing, not even the account". */
function tellOne(world: World, signal: Signal): boolean {
  const name = signal.account ?? (signal.type === 'usage' && signal.user ? accountLastSeenWith(world, signal.user) : undefined);
  if (name === undefined) return false;
  const known = accountOf(world, name);
  // R16. "Information for it or them is refused (a workspace may switch that block off; information then restores it)."
  if (known?.archived && world.archivedBlocks) return false;
  if (signal.type === 'object' && !isCollection(world, signal.collection)) return false;
  const parent = signal.type === 'account' ? signal.attributes?.parent : undefined;
  if (parent && closesLoop(world, name, parent)) return false;

  const account = known ?? makeAccount(world, name);
  hear(world, account);
  account.archived = false;
  if (signal.type === 'account') takeOver(world, account, signal.attributes ?? {});
  // R1. "It counts for the entity that it names and for the account that this entity belongs to."
  for (const user of usersOf(signal)) {
    const member = memberOf(world, name, null, user) ?? makeMember(world, account, null, user);
    hearMember(world, member);
    if (signal.account) member.namedAt = count(world);
  }
  if (signal.type === 'object') {
    const { collection, object } = signal;
    hearMember(world, memberOf(world, name, collection, object) ?? makeMember(world, account, collection, object));
  }
  return true;
}

/** R1. "Usage that names only a user counts for the account of the latest accepted signal that named both, among the users that still exist." */
function accountLastSeenWith(world: World, user: string): string | undefined {
  const standing = world.members.filter((member) => member.collection === null && member.name === user);
  return standing.sort((a, b) => b.namedAt - a.namedAt)[0]?.account.name;
}

/** R12. "New information for a marked entity unmarks it at once." R2. "Information counts at the instant the server received it." */
export function hear(world: World, account: Account): void {
  account.lastInformation = world.now;
  revive(world, account);
}

/** R12. "Information for a user or object counts for its account too (R1) and so revives it." */
export function hearMember(world: World, member: Member): void {
  member.lastInformation = world.now;
  member.mark = null;
  hear(world, member.account);
}

function takeOver(
  world: World,
  account: Account,
  { contract_status, parent }: { contract_status?: string | null; parent?: string | null },
): void {
  if (contract_status !== undefined) account.status = statusOf(contract_status);
  if (parent === undefined) return;
  // R1. "Being made counts as an entity's first information, also where it was only named; for what exists already, being named as parent counts for nothing."
  account.parent = parent === null ? null : (accountOf(world, parent) ?? makeAccount(world, parent));
}

/** Contract status: "kept trimmed and in lower case; an account never told one is unknown; null or blank takes it away". */
export function statusOf(told: string | null): string {
  return told?.trim().toLowerCase() || 'unknown';
}

/** A parent "may not close a loop": it is the account itself, or has it above itself. */
export function closesLoop(world: World, name: string, parent: string): boolean {
  const found = accountOf(world, parent);
  return name === parent || (found !== undefined && above(found).some((account) => account.name === name));
}

function isCollection(world: World, name: string): boolean {
  return world.policies.has(name) && !['accounts', 'users', 'free_accounts'].includes(name);
}

function usersOf(signal: Signal): string[] {
  if (signal.type === 'touchpoint') return signal.users ?? [];
  return (signal.type === 'user' || signal.type === 'usage') && signal.user ? [signal.user] : [];
}

function makeAccount(world: World, name: string): Account {
  const account = { ...made(world), name, status: 'unknown', parent: null, archived: false };
  world.accounts.push(account);
  return account;
}

function makeMember(world: World, account: Account, collection: string | null, name: string): Member {
  const member = { ...made(world), name, account, collection, namedAt: 0 };
  world.members.push(member);
  return member;
}

function made(world: World) {
  return { number: count(world), createdAt: world.now, lastInformation: world.now, mark: null, hold: null };
}
