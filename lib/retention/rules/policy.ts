import { type Day, dayOf, type Instant } from '#lib/time.ts';
import { inactivityCutoff } from './inactivity.ts';

/** R5, R6. Whether what existed at the switching on counts from then (`included`), or waits for an update (`late`). */
export type PolicyMode = 'included' | 'late';

/** The kinds that every workspace has; each collection is a kind of its own name besides. */
export const FIXED_KINDS = ['accounts', 'users', 'free_accounts'] as const;
/** Whether a policy's kind takes accounts: they follow the one, or where it is off and they are free, the other (R13). */
export function isAccountKind(kind: string): kind is 'accounts' | 'free_accounts' {
  return kind === 'accounts' || kind === 'free_accounts';
}

/** Names that no collection may bear. */
export const RESERVED_KINDS: readonly string[] = [...FIXED_KINDS, 'objects'];

export const MIN_DAYS = 1;
export const MAX_DAYS = 3650;
/** R13. Inactive days after which a free account expires, until somebody chooses otherwise. */
export const DEFAULT_EXPIRY_DAYS = 60;

export type Policy = {
  kind: string;
  /** Inactive days; null is Never. Not read while `inherits`. */
  days: number | null;
  /** R7. Follows the account policy's days. */
  inherits: boolean;
  mode: PolicyMode | null;
  since: Instant | null;
};

export type PolicySet = { initializedAt: Instant | null; policies: readonly Policy[] };
/** Chosen days by kind: a number, null for Never, or `inherit` (collections only). */
export type PolicyChoice = number | null | 'inherit';
export type PolicyChoices = ReadonlyMap<string, PolicyChoice>;

/** R7. The days that hold for a kind: its own, or those of the account policy that it follows. */
export function effectiveDays(set: PolicySet, kind: string): number | null {
  const policy = policyOf(set, kind);
  return policy.inherits ? policyOf(set, 'accounts').days : policy.days;
}

/** R13. Whether the account policy overrules the expiry of free accounts. */
export function expiryOverruled(set: PolicySet): boolean {
  return effectiveDays(set, 'accounts') !== null;
}

export function policyOf(set: PolicySet, kind: string): Policy {
  const policy = set.policies.find((p) => p.kind === kind);
  if (!policy) throw new Error(`no policy of kind ${kind}`);
  return policy;
}

/** R4 to R7. The policies after one save of `choices` at `now`. Every kind of the set is kept; unknown kinds are the caller's to refuse. */
export function savePolicySet(set: PolicySet, choices: PolicyChoices, now: Instant): PolicySet {
  const chosen = { ...set, policies: set.policies.map((policy) => choose(policy, choices)) };
  const starts = chosen.policies.some((policy) => switchedOn(set, chosen, policy.kind));
  const initializes = set.initializedAt === null && starts;
  const policies = chosen.policies.map((policy) => {
    if (policy.kind === 'free_accounts') return policy;
    if (effectiveDays(chosen, policy.kind) === null) return { ...policy, mode: null, since: null };
    if (!switchedOn(set, chosen, policy.kind)) return policy;
    return { ...policy, mode: initializes ? ('included' as const) : ('late' as const), since: now };
  });
  return { initializedAt: initializes ? now : set.initializedAt, policies };
}

/** R7. The policy of a collection defined at `now`: it follows the accounts, and is included where they are on. */
export function newCollectionPolicy(set: PolicySet, kind: string, now: Instant): Policy {
  const on = effectiveDays(set, 'accounts') !== null;
  return { kind, days: null, inherits: true, mode: on ? 'included' : null, since: on ? now : null };
}

/** What a policy asks on a process day, as constants: last information on `cutoff` or before it and, for a late kind,
 *  strictly after `updatedAfter` and after the entity's own creation. */
export type DueCondition = { cutoff: Day; updatedAfter: Instant | null };

/** R5, R6, R9. What is due for a kind on `processDay`; null where its policy marks nobody on that day. */
export function dueCondition(set: PolicySet, kind: string, processDay: Day): DueCondition | null {
  const days = effectiveDays(set, kind);
  if (days === null) return null;
  const cutoff = inactivityCutoff(days, processDay);
  if (kind === 'free_accounts') return expiryOverruled(set) ? null : { cutoff, updatedAfter: null };
  const { mode, since } = policyOf(set, kind);
  if (since === null) throw new Error(`the policy of ${kind} is on and has no clock`);
  if (dayOf(since) > cutoff) return null;
  return { cutoff, updatedAfter: mode === 'late' ? since : null };
}

/** R14. The kinds for which `set` asks something else than one of `before` did; all of them where nothing is known of before. A comparison of what they ask, not
 *  of when they were saved: a save and a run at the same moment cannot pass each other unseen. */
export function changedKinds(before: readonly PolicySet[], set: PolicySet): string[] {
  const kinds = set.policies.map((policy) => policy.kind);
  return kinds.filter((kind) => before.length === 0 || before.some((applied) => asked(applied, kind) !== asked(set, kind)));
}

function asked(set: PolicySet, kind: string): string {
  const policy = set.policies.find((p) => p.kind === kind);
  if (!policy) return 'nothing';
  const overruled = kind === 'free_accounts' && expiryOverruled(set);
  return JSON.stringify([effectiveDays(set, kind), policy.mode, policy.since, overruled]);
}

function choose(policy: Policy, choices: PolicyChoices): Policy {
  const choice = choices.get(policy.kind);
  if (choice === undefined) return policy;
  if (choice === 'inherit') return { ...policy, inherits: true, days: null };
  return { ...policy, inherits: false, days: choice };
}

function switchedOn(before: PolicySet, after: PolicySet, kind: string): boolean {
  return kind !== 'free_accounts' && effectiveDays(before, kind) === null && effectiveDays(after, kind) !== null;
}
