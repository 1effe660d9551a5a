import { dueDay } from '#lib/retention/rules/inactivity.ts';
import { purgeDay } from '#lib/retention/rules/lifecycle.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf } from '#lib/retention/rules/policy.ts';
import { type Day, dayOf, type Instant } from '#lib/time.ts';
import { byKind } from '@/components/retention/kind-name.ts';

/** What a save does to one kind.
 *  `included`, `late`: it is switched on (R5, R6). `expiry`: free accounts expire from now on (R13). `off`: it marks nothing more. `shorter`, `longer`: other days.
 *  `overruled`: the account policy now decides for free accounts; `in-force-again`: it no longer does. */
export type EffectName = 'included' | 'late' | 'expiry' | 'off' | 'shorter' | 'longer' | 'overruled' | 'in-force-again';

export type SaveEffect = {
  kind: string;
  name: EffectName;
  from: number | null;
  to: number | null;
  /** Not chosen: it follows the accounts. */
  follows: boolean;
  /** Where it is switched on: the first day that can have marks, and the day on which those are gone for good. */
  firstMarks: Day | null;
  firstGone: Day | null;
};

/** What becomes of each kind whose policy a save changes, in the order in which people see kinds. `now` is the save's instant. */
export function saveEffects(before: PolicySet, after: PolicySet, now: Instant): SaveEffect[] {
  const policies = after.policies.toSorted((a, b) => byKind(a.kind, b.kind));
  return policies.flatMap(({ kind, inherits }) => {
    const name = kind === 'free_accounts' ? expiryEffect(before, after) : entityEffect(before, after, kind);
    if (name === null) return [];
    const [from, to] = [effectiveDays(before, kind), effectiveDays(after, kind)];
    const firstMarks = to !== null && (name === 'included' || name === 'late') ? dueDay(dayOf(now), to) : null;
    return [{ kind, name, from, to, follows: inherits, firstMarks, firstGone: firstMarks && purgeDay(firstMarks) }];
  });
}

function entityEffect(before: PolicySet, after: PolicySet, kind: string): EffectName | null {
  const [from, to] = [effectiveDays(before, kind), effectiveDays(after, kind)];
  if (from === to) return null;
  if (to === null) return 'off';
  if (from === null) return policyOf(after, kind).mode === 'included' ? 'included' : 'late';
  return to < from ? 'shorter' : 'longer';
}

/** R13. An account policy that is on decides in its place, whatever is chosen for it. */
function expiryEffect(before: PolicySet, after: PolicySet): EffectName | null {
  const [from, to] = [before, after].map((set) => (expiryOverruled(set) ? null : effectiveDays(set, 'free_accounts')));
  if (from === undefined || to === undefined || from === to) return null;
  if (to === null) return expiryOverruled(after) ? 'overruled' : 'off';
  if (from === null) return expiryOverruled(before) ? 'in-force-again' : 'expiry';
  return to < from ? 'shorter' : 'longer';
}
