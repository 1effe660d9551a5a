import { type PolicyChoice, type PolicyChoices, type PolicySet, policyOf, savePolicySet } from '#lib/retention/rules/policy.ts';
import type { Instant } from '#lib/time.ts';
import { parseDays } from '@/components/retention/days-select.tsx';
import { byKind } from '@/components/retention/kind-name.ts';

/** What a person has chosen and not saved, by kind: 'never', 'inherit', or the digits as they were typed. */
export type Draft = Readonly<Record<string, string>>;

export type Change = { kind: string; from: PolicyChoice; to: PolicyChoice };

/** How the control of a kind stands while nothing is changed. */
export function savedValue(set: PolicySet, kind: string): string {
  const choice = savedChoice(set, kind);
  return choice === null ? 'never' : String(choice);
}

export function savedChoice(set: PolicySet, kind: string): PolicyChoice {
  const policy = policyOf(set, kind);
  return policy.inherits ? 'inherit' : policy.days;
}

/** What a control's value means; undefined where it is no number of days. */
export function readChoice(value: string): PolicyChoice | undefined {
  if (value === 'never') return null;
  return value === 'inherit' ? 'inherit' : (parseDays(value) ?? undefined);
}

/** The kinds of a draft that are no longer as saved, in the order in which people see kinds; those that are no number of days are in `faulty`. */
export function changesOf(set: PolicySet, draft: Draft): { changes: Change[]; faulty: string[] } {
  const changes: Change[] = [];
  const faulty: string[] = [];
  for (const [kind, value] of Object.entries(draft).sort(([a], [b]) => byKind(a, b))) {
    const [from, to] = [savedChoice(set, kind), readChoice(value)];
    if (to === undefined) faulty.push(kind);
    else if (to !== from) changes.push({ kind, from, to });
  }
  return { changes, faulty };
}

/** The policies as a save of these changes at `now` would leave them (R5 to R7). */
export function afterSave(set: PolicySet, changes: readonly Change[], now: Instant): PolicySet {
  const choices: PolicyChoices = new Map(changes.map(({ kind, to }) => [kind, to]));
  return savePolicySet(set, choices, now);
}

/** The body of a save: what `PATCH …/policies` takes. */
export function patchOf(changes: readonly Change[]): Record<string, unknown> {
  const fixed = changes.filter(({ kind }) => FIXED.includes(kind)).map(({ kind, to }) => [kind, to]);
  const collections = changes.filter(({ kind }) => !FIXED.includes(kind)).map(({ kind, to }) => [kind, to]);
  return { ...Object.fromEntries(fixed), ...(collections.length > 0 ? { collections: Object.fromEntries(collections) } : {}) };
}

const FIXED = ['accounts', 'users', 'free_accounts'];
