import { expect, test } from 'vitest';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import type { PoliciesAnswer } from '#lib/retention/rules/policies-answer.ts';
import { daysFor } from './days-for.ts';

const off = { mode: null, since: null };
const policies = (change: Partial<PoliciesAnswer>): PoliciesAnswer => ({
  accounts: null,
  users: 30,
  collections: { deals: 14, licenses: 'inherit' },
  free_accounts: 60,
  detail: { accounts: off, users: off, collections: {}, free_accounts: { overruled: false } },
  ...change,
});
const row = (fields: object) => fields as MarkedAnswer;
const account = (contract_status: string) => row({ kind: 'accounts', contract_status });

test('R13: without an account policy only free and unknown accounts would be marked again', () => {
  expect(daysFor(policies({}), account('free'))).toBe(60);
  expect(daysFor(policies({}), account('unknown'))).toBe(60);
  expect(daysFor(policies({}), account('paying'))).toBeNull();
  expect(daysFor(policies({ free_accounts: null }), account('free'))).toBeNull();
  expect(daysFor(policies({ accounts: 90 }), account('free'))).toBe(90);
});

test('R7: a collection has its own days, or those of the accounts that it follows', () => {
  expect(daysFor(policies({}), row({ kind: 'users' }))).toBe(30);
  expect(daysFor(policies({}), row({ kind: 'objects', collection: 'deals' }))).toBe(14);
  expect(daysFor(policies({}), row({ kind: 'objects', collection: 'licenses' }))).toBeNull();
  expect(daysFor(policies({ accounts: 90 }), row({ kind: 'objects', collection: 'licenses' }))).toBe(90);
});

test('before the policies are known nothing is said', () => {
  expect(daysFor(undefined, account('free'))).toBeUndefined();
});
