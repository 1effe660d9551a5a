import { addDays, type Day, daysBetween } from '#lib/time.ts';

/** R3. Whole inactive days as `processDay` counts them: neither the day of the last information nor the process day itself.
 *  Null is "N/A": that day is not over, so nothing is counted yet. */
export function inactiveDays(lastInformation: Day, processDay: Day): number | null {
  const days = daysBetween(lastInformation, processDay) - 1;
  return days < 0 ? null : days;
}

/** R9. The latest day of last information that has reached `days` of inactivity on `processDay`. */
export function inactivityCutoff(days: number, processDay: Day): Day {
  return addDays(processDay, -(days + 1));
}

/** R9. The first process day on which something last heard of on `lastInformation` has `days` inactive days. */
export function dueDay(lastInformation: Day, days: number): Day {
  return addDays(lastInformation, days + 1);
}
