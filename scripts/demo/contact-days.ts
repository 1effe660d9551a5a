import { addDays, type Day } from '#lib/time.ts';
import { isWeekend, LAST_DAY, season } from './calendar.ts';
import type { DemoAccount, Size } from './plan-families.ts';
import type { Fate } from './plan-fates.ts';
import type { Random } from './random.ts';

/** Days between two contacts with an account, in the middle of an ordinary part of the year. */
const PACE: Record<Size, number> = { small: 10, middle: 7, large: 3.5 };
/** Contacts thin out over this many days before an account falls silent. */
const FADING_DAYS = 60;

/** The days on which an account is heard of: with its joining, up to its last day exactly, and on again where it comes back. */
export function contactDays(random: Random, firstDay: Day, account: DemoAccount, fate: Fate): number[] {
  const { silentFrom, returns } = fate;
  if (silentFrom === null) return spell(random, firstDay, account, account.joins, LAST_DAY + 1, false);
  const first = spell(random, firstDay, account, account.joins, silentFrom, true);
  const back = returns ?? revivedAndBack(random, fate);
  return back === null || back > LAST_DAY ? first : [...first, ...spell(random, firstDay, account, back, LAST_DAY + 1, false)];
}

/** Two of three that a person revives are heard of again soon. */
function revivedAndBack(random: Random, { revivedOn }: Fate): number | null {
  return revivedOn !== null && random.chance(0.66) ? revivedOn + random.whole(1, 9) : null;
}

function spell(random: Random, firstDay: Day, { size }: DemoAccount, from: number, to: number, fading: boolean): number[] {
  const days = [from];
  // What is there on the first day was not all heard of at once before it.
  for (let at = from === 0 ? PACE[size] * (random.fraction() - 0.7) : from; ; ) {
    const tired = fading ? 1 + 2 * Math.max(0, 1 - (to - at) / FADING_DAYS) : 1;
    const gap = (PACE[size] * tired * (0.4 + 1.2 * random.fraction())) / season(addDays(firstDay, Math.round(at)));
    at += Math.max(1, gap);
    const day = workday(random, firstDay, Math.round(at));
    if (day >= to) break;
    if (day > (days.at(-1) ?? 0)) days.push(day);
  }
  return fading && to > from ? [...days, to] : days;
}

/** Most of what would come at a weekend comes in the week after it. */
function workday(random: Random, firstDay: Day, day: number): number {
  if (!isWeekend(addDays(firstDay, day)) || random.chance(0.12)) return day;
  return day + random.whole(2, 5);
}
