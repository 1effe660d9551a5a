import { expect, test } from 'vitest';
import { parseDay } from '#lib/time.ts';
import { expires, purgeCutoff, purgeDay } from './lifecycle.ts';

test.each([
  ['2026-07-05', '2026-08-04'],
  ['2026-01-31', '2026-03-02'],
  ['2028-01-31', '2028-03-01'],
  ['2026-12-15', '2027-01-14'],
])('R11: what is marked on %s is purged on %s', (markedOn, purgedOn) => {
  expect(purgeDay(parseDay(markedOn))).toBe(purgedOn);
  expect(purgeCutoff(parseDay(purgedOn))).toBe(markedOn);
});

test.each([
  ['free', true],
  ['unknown', true],
  ['paying', false],
  ['cancelled', false],
  ['pilot', false],
])('R13: an account of status %s expires: %s', (status, does) => {
  expect(expires(status)).toBe(does);
});
