import { inactiveDays, later } from './days.ts';
import type { Account, Choice, Day, Member, Policy, World } from './world.ts';
import { kindOf } from './world.ts';

/** R7. New collections "inherit the account policy's number of days, 'off' included, until they are given their own". */
export function daysOf(world: World, kind: string): number | null {
  const { choice } = policyOf(world, kind);
  return choice === 'inherit' ? daysOf(world, 'accounts') : choice;
}

export function policyOf(world: World, kind: string): Policy {
  const policy = world.policies.get(kind);
  if (!policy) throw new Error(`no policy of ${kind}`);
  return policy;
}

/** What a save says: a choice by kind, and what was shown and accepted (R29). */
export type Save = { choices: Record<string, Choice>; accepted?: Record<string, number> };

/** R4 to R8. One save; false where it names a kind that there is not: then nothing changes. */
export function savePolicies(world: World, { choices, accepted = {} }: Save): boolean {
  const kinds = [...world.policies.keys()];
  if (![...Object.keys(choices), ...Object.keys(accepted)].every((kind) => kinds.includes(kind))) return false;
  const before = new Map(kinds.map((kind) => [kind, daysOf(world, kind)]));
  for (const [kind, choice] of Object.entries(choices)) policyOf(world, kind).choice = choice;

  const switchedOn = kinds.filter((kind) => kind !== 'free_accounts' && before.get(kind) === null && daysOf(world, kind) !== null);
  // R5. "The first save that switches on accounts, users or a collection initializes the workspace, once. Kinds that are on in that save are included."
  const initializes = !world.initialized && switchedOn.length > 0;
  if (initializes) world.initialized = true;
  for (const kind of kinds) {
    const policy = policyOf(world, kind);
    // R6. "A kind switched on in any later save, a second time included, is late." R7. "Clock and mode are the collection's own."
    if (switchedOn.includes(kind)) Object.assign(policy, { mode: initializes ? 'included' : 'late', since: world.now });
    else if (daysOf(world, kind) === null) Object.assign(policy, { mode: null, since: null });
    // R29. What was accepted "counts as allowed while that policy stands"; "Refuse holds that policy's marks until its next save".
    if (before.get(kind) !== daysOf(world, kind)) policy.accepted = null;
    if (kind in accepted) policy.accepted = accepted[kind] ?? null;
    if (kind in choices) policy.refused = false;
  }
  return true;
}

/** R7. "A collection defined while the account policy is on is included from its definition, even where the account policy is late." */
export function defineCollection(world: World, name: string): boolean {
  if (world.policies.has(name)) return false;
  const on = daysOf(world, 'accounts') !== null;
  const clock = on ? ({ mode: 'included', since: world.now } as const) : { mode: null, since: null };
  world.policies.set(name, { choice: 'inherit', ...clock, accepted: null, refused: false });
  return true;
}

/** R5, R6. The days that a kind's policy counts for an entity on `day`; null where it counts none yet: N/A, off, or late and waiting for an update. */
export function countedDays(world: World, entity: Account | Member, day: Day): number | null {
  const { mode, since } = policyOf(world, 'account' in entity ? kindOf(entity) : 'accounts');
  const { lastInformation, createdAt } = entity;
  if (since === null) return null;
  // R5. "For what exists, counting starts at the later of its last information and that save; for what comes later, at its creation."
  if (mode === 'included') return inactiveDays(later(lastInformation, since), day);
  // R6. "Considered only from its first information that came after both its own creation and the switching on (strictly later instants)."
  return lastInformation > createdAt && lastInformation > since ? inactiveDays(lastInformation, day) : null;
}

/** R9. Whether a kind's policy asks for an entity on `day`: it is on, the entity is considered, and its counted days are at least the policy's. */
export function hasReached(world: World, entity: Account | Member, day: Day): boolean {
  const days = daysOf(world, 'account' in entity ? kindOf(entity) : 'accounts');
  const counted = countedDays(world, entity, day);
  return days !== null && counted !== null && counted >= days;
}

/** R13. "While the account policy is off, accounts with status free or unknown expire"; "the clock is always running (no initialization)". */
export function hasExpired(world: World, account: Account, day: Day): boolean {
  const days = daysOf(world, 'free_accounts');
  const inactive = inactiveDays(account.lastInformation, day);
  return daysOf(world, 'accounts') === null && days !== null && expires(account) && inactive !== null && inactive >= days;
}

export function expires({ status }: Account): boolean {
  return status === 'free' || status === 'unknown';
}
