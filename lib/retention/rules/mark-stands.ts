import { type Day, dayOf, type Instant } from '#lib/time.ts';
import { expires, type MarkCause } from './lifecycle.ts';
import { dueCondition, type PolicySet } from './policy.ts';

/** What bears a mark for a cause of its own. */
export type MarkBearer = {
  /** The kind of its own policy. */
  kind: string;
  cause: MarkCause;
  /** Of an account. */
  contractStatus: string | null;
  createdAt: Instant;
  lastInformationAt: Instant;
  /** R15. Whether a hold keeps it on that day. */
  held: boolean;
};

/** R14. Whether the own cause of a mark still holds on process day `day`; where it does not, that day's run lifts the mark. */
export function markStands(
  { kind, cause, contractStatus, createdAt, lastInformationAt, held }: MarkBearer,
  set: PolicySet,
  day: Day,
): boolean {
  if (held) return false;
  if (cause === 'expiry' && !(contractStatus !== null && expires(contractStatus))) return false;
  const due = dueCondition(set, cause === 'expiry' ? 'free_accounts' : kind, day);
  if (due === null || dayOf(lastInformationAt) > due.cutoff) return false;
  return due.updatedAfter === null || (lastInformationAt > due.updatedAfter && lastInformationAt > createdAt);
}
