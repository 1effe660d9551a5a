import { addDays, type Day, dayOf, type Instant, instantOf, millisecondsOf } from '#lib/time.ts';
import { randomFrom } from './random.ts';

/** The demo lives from day 0, when its workspace is made, to this day, the day of its making. */
export const LAST_DAY = 365;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The moment of making, to the minute, and the workspace's beginning a year before it. */
export function beginningFor(makingMs: number): Instant {
  return instantOf(Math.floor(makingMs / 60_000) * 60_000 - LAST_DAY * DAY_MS);
}

/** Where the clock stays in the end. */
export function endOf(begins: Instant): Instant {
  return instantOf(millisecondsOf(begins) + LAST_DAY * DAY_MS);
}

/** When what day `index` brings arrives: in working hours, on the first day at its beginning, on the last halfway from midnight to the end. */
export function arrivalOf(begins: Instant, index: number): Instant {
  if (index === 0) return begins;
  const midnight = Date.parse(`${addDays(dayOf(begins), index)}T00:00:00.000Z`);
  if (index === LAST_DAY) return instantOf(midnight + Math.floor((millisecondsOf(endOf(begins)) - midnight) / 2));
  return instantOf(midnight + 7 * HOUR_MS + randomFrom(`arrival ${index}`).whole(0, 11 * 60 - 1) * 60_000);
}

/** The day of the plan on which the clock stands at `now`: the latest whose arrival has come. */
export function indexAt(begins: Instant, now: Instant): number {
  let index = LAST_DAY;
  while (index > 0 && arrivalOf(begins, index) > now) index -= 1;
  return index;
}

export function isWeekend(day: Day): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** How much goes on in this part of the year, an ordinary week being 1. */
export function season(day: Day): number {
  const date = day.slice(5);
  if (date >= '12-20' || date <= '01-03') return 0.45;
  if (date >= '07-20' && date <= '08-25') return 0.75;
  return date >= '09-10' && date <= '11-20' ? 1.15 : 1;
}
