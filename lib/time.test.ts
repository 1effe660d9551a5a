import { expect, test } from 'vitest';
import { addDays, ClockSchema, type Day, parseDay, parseInstant } from './time.ts';

test('days end where four digits and the database do: what comes before the last one or after the first is everything', () => {
  expect(addDays('9999-12-31' as Day, 1)).toBe('9999-12-31');
  expect(addDays('9999-12-30' as Day, 1)).toBe('9999-12-31');
  expect(addDays('0001-01-05' as Day, -30)).toBe('0001-01-01');
  expect(() => parseDay('0000-12-31')).toThrow(RangeError);
  expect(parseDay('0001-01-01')).toBe('0001-01-01');
  expect(parseInstant('0000-01-01T00:00:00Z')).toBe('0000-01-01T00:00:00.000Z');
});

test.each([
  ['1969-12-31T23:59:59.999Z', false],
  ['1970-01-01T00:00:00Z', true],
  ['8999-12-31T23:59:59.999Z', true],
  ['9000-01-01T00:00:00Z', false],
  ['9999-12-31T23:59:59-14:00', false],
])('a test clock at %s: %s', (at, taken) => {
  expect(ClockSchema.safeParse(at).success).toBe(taken);
});
