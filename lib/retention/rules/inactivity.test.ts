import { expect, test } from 'vitest';
import { type Day, dayOf, parseDay, parseInstant } from '#lib/time.ts';
import { dueDay, inactiveDays, inactivityCutoff } from './inactivity.ts';

test.each([
  ['2026-07-04T22:00:00Z', '2026-07-05', 0],
  ['2026-07-04T22:00:00Z', '2026-07-06', 1],
  ['2026-07-04T22:00:00Z', '2026-07-07', 2],
  ['2026-07-05T01:00:00Z', '2026-07-05', null],
  ['2026-07-05T01:00:00Z', '2026-07-06', 0],
  ['2026-07-05T01:00:00Z', '2026-07-07', 1],
])('R3: last heard of at %s, process day %s counts %s', (at, day, days) => {
  expect(inactiveDays(dayOf(parseInstant(at)), parseDay(day))).toBe(days);
});

test.each([
  { last: '2026-06-30', day: '2026-07-01', days: 0, why: 'over the end of a month' },
  { last: '2026-12-31', day: '2027-01-02', days: 1, why: 'over the end of a year' },
  { last: '2028-02-28', day: '2028-03-01', days: 1, why: 'over a leap day' },
  { last: '2027-02-28', day: '2027-03-01', days: 0, why: 'where there is no leap day' },
  { last: '2028-02-29', day: '2029-02-28', days: 364, why: 'from a leap day' },
  { last: '2000-02-28', day: '2000-03-01', days: 1, why: 'in a century that has a leap day' },
  { last: '2026-03-28', day: '2026-03-30', days: 1, why: 'over the beginning of summer time in Europe' },
  { last: '2026-10-24', day: '2026-10-26', days: 1, why: 'over its end' },
  { last: '2026-07-06', day: '2026-07-05', days: null, why: 'heard of after the process day' },
])('R3: $why, $last to $day is $days', ({ last, day, days }) => {
  expect(inactiveDays(parseDay(last), parseDay(day))).toBe(days);
});

test('R2, R3: a UTC day decides, whatever offset the instant was written with', () => {
  expect(dayOf(parseInstant('2026-07-05T00:30:00+02:00'))).toBe('2026-07-04');
  expect(dayOf(parseInstant('2026-07-04T23:59:59.999Z'))).toBe('2026-07-04');
  expect(dayOf(parseInstant('2026-07-05T00:00:00.000Z'))).toBe('2026-07-05');
});

test.each([1, 2, 29, 30, 60, 365, 3650])('R9: %i inactive days are reached at the cutoff and not a day after it', (days) => {
  for (const day of ['2026-07-05', '2028-02-29', '2028-03-01', '2027-01-01'].map(parseDay)) {
    const cutoff = inactivityCutoff(days, day);
    expect(inactiveDays(cutoff, day)).toBe(days);
    expect(inactiveDays(dueDay(cutoff, 0) as Day, day)).toBe(days - 1);
    expect(dueDay(cutoff, days)).toBe(day);
  }
});

test('R9: saved with 3 days on July 1 and silent since, an account has its 3 days on July 5', () => {
  const counts = ['2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04', '2026-07-05'].map((day) =>
    inactiveDays(parseDay('2026-07-01'), parseDay(day)),
  );
  expect(counts).toEqual([null, 0, 1, 2, 3]);
  expect(dueDay(parseDay('2026-07-01'), 3)).toBe('2026-07-05');
});
