import { addDays, type Day, daysBetween } from '#lib/time.ts';

export type UsageDay = { day: string; count: number };

/** Every day from `from` to `to`, those without usage as 0. */
export function everyDay(from: string, to: string, days: readonly UsageDay[]): UsageDay[] {
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  const length = daysBetween(from as Day, to as Day) + 1;
  return Array.from({ length }, (_, i) => addDays(from as Day, i)).map((day) => ({ day, count: counts.get(day) ?? 0 }));
}

/** What lies in the window of a plot; null where it is before it. */
export function within(day: string, from: string): string | null {
  return day >= from ? day : null;
}
