import { expect, test } from 'vitest';
import { parseInstant } from '#lib/time.ts';
import { nextMark } from './next-mark.ts';
import type { Policy, PolicySet } from './policy.ts';

const at = parseInstant;
const now = at('2026-07-05T16:20:00Z');
const set = (accounts: Partial<Policy>): PolicySet => ({
  initializedAt: at('2026-01-01T00:00:00Z'),
  policies: [
    { kind: 'accounts', days: null, inherits: false, mode: null, since: null, ...accounts },
    { kind: 'free_accounts', days: 60, inherits: false, mode: null, since: null },
    { kind: 'licenses', days: null, inherits: true, mode: accounts.mode ?? null, since: accounts.since ?? null },
  ],
});
const told = (lastInformationAt: string, createdAt = '2025-01-01T00:00:00Z') => ({
  lastInformationAt: at(lastInformationAt),
  createdAt: at(createdAt),
});
const included = set({ days: 90, mode: 'included', since: at('2026-01-01T00:00:00Z') });
const late = set({ days: 90, mode: 'late', since: at('2026-07-01T00:00:00Z') });

test('R9: the first process day with so many inactive days', () => {
  expect(nextMark(included, 'accounts', told('2026-07-04T22:00:00Z'), now)).toEqual({
    kind: 'accounts',
    days: 90,
    on: '2026-10-03',
    waits_for: null,
  });
  expect(nextMark(included, 'licenses', told('2026-07-04T22:00:00Z'), now)).toMatchObject({ on: '2026-10-03' });
});

test('what is due already is marked by the next run, not by one that is over', () => {
  expect(nextMark(included, 'accounts', told('2026-01-05T00:00:00Z'), now)?.on).toBe('2026-07-06');
  expect(nextMark(included, 'accounts', told('2026-01-05T00:00:00Z'), at('2026-07-05T01:59:00Z'))?.on).toBe('2026-07-05');
});

test('R5: an included kind counts what is older from its save', () => {
  expect(
    nextMark(set({ days: 90, mode: 'included', since: at('2026-07-01T00:00:00Z') }), 'accounts', told('2020-01-01T00:00:00Z'), now)?.on,
  ).toBe('2026-09-30');
});

test('R6: a late kind waits for the first information after the save and after the making', () => {
  const waits = { on: null, waits_for: 'update' };
  expect(nextMark(late, 'accounts', told('2026-07-01T00:00:00.000Z'), now)).toMatchObject(waits);
  expect(nextMark(late, 'accounts', told('2026-07-02T00:00:00Z', '2026-07-02T00:00:00Z'), now)).toMatchObject(waits);
  expect(nextMark(late, 'accounts', told('2026-07-01T00:00:00.001Z'), now)).toMatchObject({ on: '2026-09-30', waits_for: null });
});

test('R4, R13: a policy that is off marks nothing; expiry counts from the last information', () => {
  expect(nextMark(set({}), 'accounts', told('2026-07-04T00:00:00Z'), now)).toBeNull();
  expect(nextMark(set({}), 'free_accounts', told('2026-07-04T00:00:00Z'), now)).toMatchObject({ days: 60, on: '2026-09-03' });
});
