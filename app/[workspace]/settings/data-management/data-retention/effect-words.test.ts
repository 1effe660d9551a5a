import { expect, test } from 'vitest';
import { alongWords, examplesTitle } from './effect-words.ts';

test.each([
  [null, { users: 46, objects: 10, sub_accounts: 1 }, '46 users, 10 objects, 1 account'],
  [null, { users: 1, objects: 0, sub_accounts: 1200 }, '1 user, 1,200 accounts'],
  [null, { users: 0, objects: 0, sub_accounts: 0 }, 'Nothing'],
  ['halcyon', { users: 2, objects: 0, sub_accounts: 0 }, '2 users; goes with halcyon'],
  ['halcyon', { users: 0, objects: 0, sub_accounts: 0 }, 'Goes with halcyon'],
] as const)('R10: root %j and %j are said as %j', (root, goes_along, words) => {
  expect(alongWords({ root, goes_along })).toBe(words);
});

test.each([
  [1, 1, '1 user'],
  [2, 2, '2 users, the highest contract values first'],
  [20, 20, '20 users, the highest contract values first'],
  [20, 1_204, '20 examples of 1,204 users, the highest contract values first'],
])('%i of %i are said as %j', (shown, n, title) => {
  expect(examplesTitle('users', shown, n)).toBe(title);
});
