import { plusDays, processDay } from './days.ts';
import { closesLoop, hear, hearMember, statusOf } from './information.ts';
import { expires } from './policies.ts';
import { revive } from './revive.ts';
import { type Account, accountOf, type Cause, type Day, kindOf, type Member, memberOf, membersOf, onHold, type World } from './world.ts';

/** What a person's command comes to: done, or the kind of the refusal. */
type Outcome = 'done' | 'not-found' | 'conflict' | 'invalid';
export type Reference = { account: string; collection?: string; member?: string };

export function entityOf(world: World, { account, collection, member }: Reference): Account | Member | undefined {
  return member === undefined ? accountOf(world, account) : memberOf(world, account, collection ?? null, member);
}

/** R12. A person's revive: "what was marked when the request came is revived, each counting as information, whatever the order. What is active or unknown is not
 *  revived, nor a user or object that only went along with its account." Gives those that were revived. */
export function reviveByPerson(world: World, references: readonly Reference[]): Reference[] {
  const marked = references.filter((reference) => entityOf(world, reference)?.mark);
  for (const reference of marked) {
    const entity = entityOf(world, reference);
    if (!entity) continue;
    if ('account' in entity) hearMember(world, entity);
    else hear(world, entity);
  }
  return marked;
}

/** Which marked entities: of a kind, marked for a cause, purged before a day. */
export type MarkedFilter = { kind: string; cause?: Cause; purgeBefore?: Day };

/** R12. As `reviveByPerson`, for everything that a filter finds when the request comes; gives how many. */
export function reviveFound(world: World, { kind, cause, purgeBefore }: MarkedFilter): number {
  const isOfKind = (entity: Account | Member) => {
    if (!('account' in entity)) return kind === 'accounts' || (kind === 'free_accounts' && entity.mark?.cause === 'expiry');
    return kindOf(entity) === kind || (kind === 'objects' && entity.collection !== null);
  };
  const isFound = ({ mark }: Account | Member) =>
    mark !== null && mark.cause === (cause ?? mark.cause) && (purgeBefore === undefined || plusDays(mark.on, 30) < purgeBefore);
  const found = [...world.accounts, ...world.members].filter((entity) => isOfKind(entity) && isFound(entity));
  for (const entity of found) {
    if ('account' in entity) hearMember(world, entity);
    else hear(world, entity);
  }
  return found.length;
}

/** R15. A hold, "in force through that process day" where it has an end; one that is over already is refused. */
export function putHold(world: World, reference: Reference, until: Day | null): Outcome {
  if (until !== null && until < processDay(world.now)) return 'invalid';
  const entity = entityOf(world, reference);
  if (!entity) return 'not-found';
  entity.hold = { until };
  return 'done';
}

export function endHold(world: World, reference: Reference): Outcome {
  const entity = entityOf(world, reference);
  if (!entity?.hold) return 'not-found';
  entity.hold = null;
  return 'done';
}

/** R16. "A permitted person can archive one account"; "a marked account can be archived and keeps its mark". */
export function archive(world: World, name: string): Outcome {
  const account = accountOf(world, name);
  if (!account) return 'not-found';
  if (account.archived) return 'conflict';
  account.archived = true;
  return 'done';
}

/** R16. "A person can restore it at any time, which counts as information and takes a mark too." */
export function restore(world: World, name: string): Outcome {
  const account = accountOf(world, name);
  if (!account) return 'not-found';
  if (!account.archived) return 'conflict';
  account.archived = false;
  hear(world, account);
  return 'done';
}

/** R16. Deleting an archived account at once: "a hold refuses it. It lifts the marks of what R10 took along with it; deleting one that itself went along changes no
 *  mark below it." Its users and objects go, its sub-accounts become top-level. */
export function deleteAtOnce(world: World, name: string): Outcome {
  const account = accountOf(world, name);
  if (!account) return 'not-found';
  if (!account.archived || onHold(world, account)) return 'conflict';
  if (account.mark?.cause !== 'parent') revive(world, account);
  remove(world, account);
  return 'done';
}

/** An account is gone, with its users and objects; "it stays and becomes a top-level account" what was below it. */
export function remove(world: World, account: Account): void {
  const members = membersOf(world, account);
  world.members = world.members.filter((member) => !members.includes(member));
  world.accounts = world.accounts.filter((other) => other !== account);
  for (const other of world.accounts) if (other.parent === account) other.parent = null;
}

/** R1. "Nor does an edit (PATCH), by a person or a program" count as information. "An unknown parent, or one that closes a loop, is refused and makes nothing;
 *  a status that does not expire takes an expiry mark at once." */
export function edit(world: World, name: string, patch: { contract_status?: string | null; parent?: string | null }): Outcome {
  const account = accountOf(world, name);
  if (!account) return 'not-found';
  const parent = patch.parent ? accountOf(world, patch.parent) : null;
  if (patch.parent && (!parent || closesLoop(world, name, patch.parent))) return 'invalid';
  if (patch.parent !== undefined) account.parent = parent ?? null;
  if (patch.contract_status !== undefined) account.status = statusOf(patch.contract_status);
  if (account.mark?.cause === 'expiry' && !expires(account)) revive(world, account);
  return 'done';
}
