import { expect, test } from 'vitest';
import { choicesOf, PoliciesPatch } from './policies-input.ts';

test.each([1, 2, 3649, 3650, null])('R4: %s is a policy', (days) => {
  for (const patch of [{ accounts: days }, { users: days }, { free_accounts: days }, { collections: { deals: days } }])
    expect(PoliciesPatch.safeParse(patch).success).toBe(true);
});

test.each([0, 3651, 1e9, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '30', '', true, [], {}, 'never'])(
  'R4: %s is none; what is missing, zero, negative or no number never means everything',
  (days) => {
    for (const patch of [{ accounts: days }, { users: days }, { free_accounts: days }, { collections: { deals: days } }])
      expect(PoliciesPatch.safeParse(patch).success).toBe(false);
  },
);

test('R7: only a collection inherits', () => {
  expect(PoliciesPatch.safeParse({ collections: { deals: 'inherit' } }).success).toBe(true);
  for (const kind of ['accounts', 'users', 'free_accounts']) expect(PoliciesPatch.safeParse({ [kind]: 'inherit' }).success).toBe(false);
});

test('what a save does not know it refuses by name', () => {
  const { error } = PoliciesPatch.safeParse({ acounts: 30 });
  expect(error?.issues[0]?.message).toContain('acounts');
});

test('a kind called __proto__ is refused, not passed over', () => {
  expect(PoliciesPatch.safeParse(JSON.parse('{"collections":{"__proto__":3}}')).success).toBe(false);
  expect(PoliciesPatch.safeParse(JSON.parse('{"accepted":{"__proto__":3}}')).success).toBe(false);
});

test('what is left out is not chosen; what is null is', () => {
  expect([...choicesOf({ accounts: null, collections: { deals: 'inherit' } })]).toEqual([
    ['deals', 'inherit'],
    ['accounts', null],
  ]);
});
