import { expect, test } from 'vitest';
import type { PoliciesAnswer } from './policies-answer.ts';
import { changeText, patchOf, policyDifference } from './policies-difference.ts';

const off = { mode: null, since: null };
const standing: PoliciesAnswer = {
  accounts: null,
  users: 120,
  collections: { licenses: 90, opportunities: 'inherit' },
  free_accounts: 60,
  detail: { accounts: off, users: off, collections: {}, free_accounts: { overruled: false } },
};

test('only what differs is a change, in words and as a save', () => {
  const changes = policyDifference(standing, {
    accounts: 90,
    users: 120,
    collections: { licenses: null, opportunities: 1 },
    free_accounts: 60,
  });
  expect(changes.map(changeText)).toEqual(['accounts: Never → 90 days', 'licenses: 90 days → Never', 'opportunities: Inherit → 1 day']);
  expect(patchOf(changes)).toEqual({ accounts: 90, collections: { licenses: null, opportunities: 1 } });
});

test('the policies that stand differ in nothing', () => {
  const { detail: _, ...wanted } = standing;
  expect(policyDifference(standing, wanted)).toEqual([]);
  expect(patchOf([])).toEqual({});
});
