import { expect, test } from 'vitest';
import { dayOf, type Instant, parseInstant } from '#lib/time.ts';
import { arrivalOf, beginningFor, endOf, indexAt, isWeekend, LAST_DAY, season } from './calendar.ts';

const MAKINGS = ['2026-07-05T09:14:33.123Z', '2026-03-01T00:00:59Z', '2025-01-01T00:20:00Z', '2024-12-31T23:59:59.999Z'];

test.each(MAKINGS)('a demo made at %s begins a year before and ends at the minute of its making', (making) => {
  const begins = beginningFor(Date.parse(making));
  expect(endOf(begins)).toBe(`${making.slice(0, 16)}:00.000Z`);
  expect(indexAt(begins, begins)).toBe(0);
  expect(indexAt(begins, endOf(begins))).toBe(LAST_DAY);
});

test.each(MAKINGS)('made at %s, what a day brings arrives on that day, later than the day before it', (making) => {
  const begins = beginningFor(Date.parse(making));
  for (let index = 1; index <= LAST_DAY; index++) {
    const arrival = arrivalOf(begins, index);
    expect(arrival > arrivalOf(begins, index - 1)).toBe(true);
    expect(Date.parse(dayOf(arrival)) - Date.parse(dayOf(begins))).toBe(index * 86_400_000);
    expect(indexAt(begins, arrival)).toBe(index);
    expect(indexAt(begins, new Date(Date.parse(arrival) - 1).toISOString() as Instant)).toBe(index - 1);
  }
  expect(arrivalOf(begins, LAST_DAY) <= endOf(begins)).toBe(true);
});

test('weekends are UTC’s, and the turn of the year is quiet', () => {
  const day = (text: string) => dayOf(parseInstant(`${text}T12:00:00Z`));
  expect(['2026-07-03', '2026-07-04', '2026-07-05', '2026-07-06'].map((d) => isWeekend(day(d)))).toEqual([false, true, true, false]);
  expect(season(day('2025-12-19'))).toBe(1);
  expect(season(day('2025-12-20'))).toBeLessThan(0.5);
  expect(season(day('2026-01-03'))).toBeLessThan(0.5);
  expect(season(day('2026-01-04'))).toBe(1);
});
