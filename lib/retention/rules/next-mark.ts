import { type Day, dayOf, type Instant, laterOf, nextProcessStart } from '#lib/time.ts';
import { dueDay } from './inactivity.ts';
import { effectiveDays, type PolicySet, policyOf } from './policy.ts';

type Clocked = { lastInformationAt: Instant; createdAt: Instant };

/** When a kind's policy would mark something that is neither marked nor on hold, if nothing arrived: the process day, or that it waits for its first update (R6).
 *  Null where the policy is off. */
export type NextMark = { kind: string; days: number; on: Day | null; waits_for: 'update' | null };

/** R5, R6, R9, R13. `free_accounts` is asked for only where the account policy is off. */
export function nextMark(set: PolicySet, kind: string, { lastInformationAt, createdAt }: Clocked, now: Instant): NextMark | null {
  const days = effectiveDays(set, kind);
  if (days === null) return null;
  const { mode, since } = policyOf(set, kind);
  const counts = { kind, days, waits_for: null };
  if (mode === null || since === null) return { ...counts, on: notBeforeNext(dueDay(dayOf(lastInformationAt), days), now) };
  if (mode === 'late' && lastInformationAt <= laterOf(since, createdAt)) return { kind, days, on: null, waits_for: 'update' };
  return { ...counts, on: notBeforeNext(dueDay(dayOf(laterOf(lastInformationAt, since)), days), now) };
}

/** What is due already is marked by the next run. */
function notBeforeNext(day: Day, now: Instant): Day {
  return laterOf(day, dayOf(nextProcessStart(now)));
}
