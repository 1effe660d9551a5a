import { addDays, dayOf, type Instant } from '#lib/time.ts';
import type { Numbered } from './signal.ts';

const BELIEVED_YEARS = 10;

/** When what a signal tells of happened: as the sender says, unless that is more than ten years ago or later than tomorrow; then, and
 *  where nothing is said, when it was received (R2: it dates the usage, never the clock). */
export function happenedAt(timestamp: Instant | null | undefined, now: Instant): Instant {
  return timestamp && isBelieved(timestamp, now) ? timestamp : now;
}

function isBelieved(timestamp: Instant, now: Instant): boolean {
  const earliest = `${Number(now.slice(0, 4)) - BELIEVED_YEARS}${now.slice(4)}`;
  return timestamp >= earliest && dayOf(timestamp) <= addDays(dayOf(now), 1);
}

/** The signals that a timestamp dates; of an entity only what holds now is kept. */
const DATED: ReadonlySet<string> = new Set(['usage', 'touchpoint', 'task']);

/** Of what was taken of `numbered`, how many tell of what happened at a time that cannot be believed, and are dated by receipt. */
export function countRedated(numbered: readonly Numbered[], rejected: readonly { index: number }[], now: Instant): number {
  const redated = new Set<number>();
  for (const { index, signal } of numbered)
    if (DATED.has(signal.type) && signal.timestamp && !isBelieved(signal.timestamp, now)) redated.add(index);
  for (const { index } of rejected) redated.delete(index);
  return redated.size;
}
