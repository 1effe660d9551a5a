import { expect, test } from 'vitest';
import { everyHour, keptOut, sumOf } from './health-hours.ts';

const counts = { received: 5, accepted: 2, refused: 1, unattributed: 1, repeated: 1, redated: 0 };
const at = (hour: string) => ({ hour, ...counts });
const hours = [
  at('2026-06-24T10:00:00.000Z'),
  at('2026-06-30T10:00:00.000Z'),
  at('2026-06-30T11:00:00.000Z'),
  at('2026-07-01T10:00:00.000Z'),
];
const to = '2026-07-01T10:59:59.999Z';

test('a day is the present hour and the 23 before it, and hours in which nothing came are there', () => {
  const day = everyHour({ hours, to }, 'day');
  expect(day).toHaveLength(24);
  expect([day[0]?.hour, day[23]?.hour]).toEqual(['2026-06-30T11:00:00.000Z', '2026-07-01T10:00:00.000Z']);
  expect(day.map(({ received }) => received)).toEqual([5, ...Array(22).fill(0), 5]);
});

test('a week is 168 hours; the hour that began more than a week ago is not among them', () => {
  const week = everyHour({ hours, to }, 'week');
  expect(week).toHaveLength(168);
  expect(week[0]?.hour).toBe('2026-06-24T11:00:00.000Z');
  expect(sumOf(week)).toMatchObject({ received: 15, accepted: 6, repeated: 3 });
});

test('what was sent again is not kept out, and not accepted either', () => {
  const { received, accepted, repeated, ...rest } = sumOf([counts]);
  expect(keptOut({ received, accepted, repeated, ...rest })).toBe(2);
  expect(received - accepted - repeated).toBe(2);
});
