import { addDays, type Day } from '#lib/time.ts';

export type ForecastCount = { day: Day; effect: 'marks' | 'purges'; kind: string; n: number };
export type ForecastDay = { day: Day; marks: number; purges: number };

/** How far previews and forecasts look ahead unless asked otherwise, and at most. */
export const FORECAST_DAYS = 60;
export const MAX_FORECAST_DAYS = 365;

/** One row a day from `first`, those without marks and purges too. */
export function byDay(counts: readonly ForecastCount[], first: Day, days: number): ForecastDay[] {
  const rows = new Map<Day, ForecastDay>();
  for (let i = 0; i < days; i++) rows.set(addDays(first, i), { day: addDays(first, i), marks: 0, purges: 0 });
  for (const { day, effect, n } of counts) {
    const row = rows.get(day);
    if (row) row[effect] += n;
  }
  return [...rows.values()];
}

/** R29. The largest single day of marks of a kind, the first of them where several are; null where it marks nothing. */
export function peakOf(counts: readonly ForecastCount[], kind: string): { day: Day; marks: number } | null {
  let peak: { day: Day; marks: number } | null = null;
  for (const { day, effect, kind: of, n } of counts) {
    if (effect === 'marks' && of === kind && n > (peak?.marks ?? 0)) peak = { day, marks: n };
  }
  return peak;
}
