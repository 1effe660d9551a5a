import {
  addDays,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  millisecondsOf,
  nextProcessStart,
  parseInstant,
  processDayAt,
} from '#lib/time.ts';

/** As far as one call may advance. */
const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

type AdvanceStep = { value: string; label: string; to: Instant };

/** Where the clock can be moved to with one click. */
export function advanceSteps(now: Instant): AdvanceStep[] {
  const by = (days: number): Instant => instantOf(millisecondsOf(now) + days * DAY_MS);
  return [
    { value: 'next', label: 'To the next daily process', to: nextProcessStart(now) },
    { value: '1', label: 'By 1 day', to: by(1) },
    { value: '7', label: 'By 7 days', to: by(7) },
    { value: '30', label: 'By 30 days', to: by(30) },
  ];
}

/** How many daily processes run on the way: every 02:00 UTC after `from`, up to and including `to`. */
export function runsBetween(from: Instant, to: Instant): number {
  return Math.max(0, daysBetween(processDayAt(from), processDayAt(to)));
}

/** Reads a field of type datetime-local as UTC; words for the field where it is no instant that the clock can be moved to. */
export function readTarget(text: string, now: Instant): { to: Instant } | { error: string } {
  const to = instantIn(text);
  if (to === null) return { error: 'Enter a day and a time.' };
  if (to <= now) return { error: 'Enter an instant after the present one: the clock only goes forward.' };
  if (daysBetween(dayOf(now), dayOf(to)) > MAX_DAYS)
    return { error: `Enter a day up to ${addDays(dayOf(now), MAX_DAYS)}: ${MAX_DAYS} days are the most at once.` };
  return { to };
}

function instantIn(text: string): Instant | null {
  try {
    return parseInstant(`${text}Z`);
  } catch {
    return null;
  }
}
