import { expect, test } from 'vitest';
import { own } from './own.ts';
import { addCounts } from './progress.ts';

test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('nothing is under %s but what was put there', (key) => {
  expect(own({}, key)).toBeUndefined();
  expect(own({ [key]: 3 }, key)).toBe(3);
  expect(addCounts(addCounts({}, { [key]: 2 }), { [key]: 1 })).toEqual({ [key]: 3 });
});
