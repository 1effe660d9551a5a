import { expect, test } from 'vitest';
import { parseInstant } from '#lib/time.ts';
import { happenedAt } from './dating.ts';

const NOW = parseInstant('2026-07-04T12:00:00Z');

test.each([
  ['2026-07-03T23:00:00Z', true],
  ['2026-07-05T23:59:59.999Z', true],
  ['2026-07-06T00:00:00Z', false],
  ['2026-07-06T01:00:00+02:00', true],
  ['2099-01-01T00:00:00Z', false],
  ['2016-07-04T12:00:00Z', true],
  ['2016-07-04T11:59:59.999Z', false],
  ['0001-01-01T00:00:00Z', false],
  ['0000-01-01T00:00:00+23:59', false],
  ['9999-12-31T23:59:59-23:59', false],
])('R2: %s dates what it tells of: %s; otherwise the receipt does', (timestamp, believed) => {
  const said = parseInstant(timestamp);
  expect(happenedAt(said, NOW)).toBe(believed ? said : NOW);
});

test.each([undefined, null])('what bears no timestamp happened when it was received', (none) => expect(happenedAt(none, NOW)).toBe(NOW));
