import { expect, test } from 'vitest';
import { CollectionName } from './collection-name.ts';

test.each([
  ['opportunities', true],
  ['2nd line_cases-EU', true],
  ['x'.repeat(63), true],
  ['x'.repeat(64), false],
  ['', false],
  [' opportunities', false],
  ['_private', false],
  ['opportunités', false],
  ['a/b', false],
  ['a\n', false],
  ['accounts', false],
  ['users', false],
  ['free_accounts', false],
  ['objects', false],
])('a collection may be called %j: %s', (name, fits) => {
  expect(CollectionName.safeParse(name).success).toBe(fits);
});
