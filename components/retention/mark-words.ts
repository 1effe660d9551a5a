import { addDays, type Day, dayOf, daysBetween, type Instant } from '#lib/time.ts';
import { count } from '@/components/ui/format.ts';

/** What a mark says for itself. */
export type MarkFacts = {
  cause: 'inactivity' | 'expiry' | 'parent' | null;
  root: string | null;
  marked_on: string | null;
  last_information_at: string;
};

/** Which policy marked it, as it stands today. */
export type DecidingPolicy = { name: string; days: number | null };

/** Why it is marked, in one sentence that ends in the rule's number: R9, R10 or R13. Empty where it is not marked. */
export function markSentence(mark: MarkFacts, policy: DecidingPolicy, now: string): { text: string; rule: string } | null {
  if (mark.cause === null || mark.marked_on === null) return null;
  const day = (iso: string) => longDay(iso, now);
  const begin = `Marked on ${day(mark.marked_on)}: `;
  if (mark.cause === 'parent')
    return { text: `${begin}it goes along with ${mark.root ?? 'its account'}, marked in the same run`, rule: 'R10' };
  const silent = `${begin}no information since ${day(mark.last_information_at)}`;
  const rule = mark.cause === 'expiry' ? 'R13' : 'R9';
  if (policy.days === null) return { text: silent, rule };
  const after = count(policy.days, 'inactive day');
  return {
    text: `${silent}, and ${mark.cause === 'expiry' ? 'free and unknown accounts expire' : `${policy.name} are deleted`} after ${after}`,
    rule,
  };
}

/** The first words of a row: why it is marked. */
export function causeWords(cause: MarkFacts['cause']): string {
  return cause === null ? '' : CAUSES[cause];
}

/** R3. The inactive days at the mark: neither the day of the last information nor the marked day counts. */
export function silentDays(lastInformationAt: string, markedOn: string): number {
  return Math.max(0, daysBetween(dayOf(lastInformationAt as Instant), markedOn as Day) - 1);
}

/** The first and the last of those days; null where there is none. */
export function silence(lastInformationAt: string, markedOn: string): { from: Day; to: Day } | null {
  if (silentDays(lastInformationAt, markedOn) === 0) return null;
  return { from: addDays(dayOf(lastInformationAt as Instant), 1), to: addDays(markedOn as Day, -1) };
}

/** Days until the purge; 0 where it is due or late. */
export function daysLeft(purgeOn: string, now: string): number {
  return Math.max(0, daysBetween(dayOf(now as Instant), purgeOn as Day));
}

/** R9. The process day that would mark what is told something now, if nothing came afterwards. */
export function dueAgain(days: number, now: string): Day {
  return addDays(dayOf(now as Instant), days + 1);
}

/** "July 5", or "July 5, 2025" where that is not the year of `now`; of a day or an instant. */
export function longDay(iso: string, now: string): string {
  const day = iso.slice(0, 10);
  const format = day.slice(0, 4) === now.slice(0, 4) ? LONG : LONG_WITH_YEAR;
  return format.format(new Date(`${day}T00:00:00Z`));
}

const CAUSES = { inactivity: 'No information', expiry: 'Expired', parent: 'Goes with parent' };
const LONG = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric' });
const LONG_WITH_YEAR = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', day: 'numeric', year: 'numeric' });
