import type { Day, Instant } from './world.ts';

const DAY = 24 * 60 * 60 * 1000;

export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The later of two instants or days. */
export function later(a: Instant, b: Instant): Instant {
  return a < b ? b : a;
}

/** From `earlier` to `later`; negative where it is the other way round. */
export function daysBetween(earlier: Day, later: Day): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY;
}

/** R28. "Before 02:00 UTC the process day is still the day before." */
export function processDay(now: Instant): Day {
  return dayOf(new Date(Date.parse(now) - 2 * 60 * 60 * 1000).toISOString());
}

/** The 02:00 UTC of `day`. */
export function startOf(day: Day): Instant {
  return `${day}T02:00:00.000Z`;
}

/** R3. "For process day D: D - utc_day(last information) - 1, and N/A (no number) where that is negative." */
export function inactiveDays(lastInformation: Instant, day: Day): number | null {
  const days = daysBetween(dayOf(lastInformation), day) - 1;
  return days < 0 ? null : days;
}
