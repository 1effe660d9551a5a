import { expect, test } from 'vitest';
import { enoughActive, trips } from './breaker.ts';

const limits = { share: 20, floor: 100 };

test.each([
  ['below the floor, all there is', 99, 99, null, false],
  ['at the floor, and above the share', 100, 499, null, true],
  ['at the floor and exactly the share', 100, 500, null, false],
  ['one above the share', 101, 500, null, true],
  ['only archived ones are due, nothing is active', 100, 0, null, true],
  ['accepted, and within 110 %', 110, 200, 100, false],
  ['accepted, and beyond 110 %', 111, 200, 100, true],
  ['nothing was accepted', 100, 200, 0, true],
] as const)('R29. %s', (_, marks, active, accepted, expected) => {
  expect(trips({ marks, active }, limits, accepted)).toBe(expected);
});

test.each([99, 100, 101, 131, 10_000])('R29. Counting active ones can stop early for %i marks without changing the answer', (marks) => {
  const enough = enoughActive(marks, limits);
  for (const active of [enough - 1, enough, enough + 1, 10 * enough]) {
    const counted = Math.min(active, enough);
    expect(trips({ marks, active: counted }, limits, null)).toBe(trips({ marks, active }, limits, null));
  }
});
