import { describe, expect, test } from 'vitest';
import { addDays, type Instant, parseDay } from '#lib/time.ts';
import type { Step } from './plan.ts';
import { addCounts, type Circumstances, effectOf, hasPurged, passesOver, ruleOf } from './progress.ts';

const DAY = parseDay('2026-07-05');
const USERS = { kind: 'users', collectionId: null };
const due = { cutoff: parseDay('2026-06-01'), updatedAfter: null };
const range = { due, from: parseDay('0001-01-01'), processDay: DAY };
const STEPS = {
  endHolds: { name: 'end-holds', processDay: DAY },
  lift: { name: 'lift-accounts', kind: 'accounts', due, scope: 'all' },
  liftAlong: { name: 'lift-along' },
  liftUsers: { name: 'lift-members', members: USERS, due, scope: 'held' },
  purge: { name: 'purge-accounts', marks: 'own', cutoff: DAY },
  purgeUsers: { name: 'purge-members', members: USERS, cutoff: DAY },
  weigh: { name: 'weigh' },
  mark: { name: 'mark-accounts', kind: 'accounts', ...range },
  expire: { name: 'mark-accounts', kind: 'free_accounts', ...range },
  cascade: { name: 'cascade', processDay: DAY, heardUntil: '2026-07-05T02:00:00.000Z' as Instant },
  markUsers: { name: 'mark-members', members: USERS, ...range },
} as const satisfies Record<string, Step>;

const ON_ITS_DAY: Circumstances = { day: DAY, presentDay: DAY, markingPaused: false, purgingPaused: false, waiting: [], purging: false };
const passed = (circumstances: Partial<Circumstances>) =>
  Object.entries(STEPS).flatMap(([name, step]) => (passesOver(step, { ...ON_ITS_DAY, ...circumstances }) ? [name] : []));

describe('what a run passes over', () => {
  const LATE = { presentDay: addDays(DAY, 1) };

  test('R28: nothing, on its own day', () => {
    expect(passed({})).toEqual([]);
  });

  test('R28: resumed on a later day, new marks, and purges that it had not begun', () => {
    expect(passed(LATE)).toEqual(['purge', 'purgeUsers', 'weigh', 'mark', 'expire', 'markUsers']);
    expect(passed({ ...LATE, purging: true })).toEqual(['weigh', 'mark', 'expire', 'markUsers']);
  });

  test('R29: marks that were allowed on a later day are of that day', () => {
    const allowed: Step = { ...STEPS.mark, processDay: LATE.presentDay };
    expect(passesOver(allowed, { ...ON_ITS_DAY, ...LATE })).toBe(false);
    expect(passesOver(allowed, { ...ON_ITS_DAY, presentDay: addDays(DAY, 2) })).toBe(true);
  });

  test('R29: what is paused, from the next chunk on; a cascade that was begun is completed', () => {
    expect(passed({ markingPaused: true })).toEqual(['mark', 'expire', 'markUsers']);
    expect(passed({ purgingPaused: true, purging: true })).toEqual(['purge', 'purgeUsers']);
  });

  test('R29: the marks of a policy that waits, and only those', () => {
    expect(passed({ waiting: ['users'] })).toEqual(['markUsers']);
    expect(passed({ waiting: ['free_accounts'] })).toEqual(['expire']);
  });
});

test('a run has purged something when a purging step changed a row', () => {
  const steps = [STEPS.lift, STEPS.purge, STEPS.purgeUsers, STEPS.mark];
  expect(hasPurged(steps, [3, 0, 0, 9])).toBe(false);
  expect(hasPurged(steps, [0, 0, 1, 0])).toBe(true);
});

test('R30: each step says what it does and by which rule', () => {
  expect(Object.fromEntries(Object.entries(STEPS).map(([name, step]) => [name, `${effectOf(step)} by ${ruleOf(step)}`]))).toMatchObject({
    endHolds: 'unheld by R15',
    lift: 'lifted by R14',
    liftAlong: 'lifted by R14',
    liftUsers: 'lifted by R14',
    purge: 'purged by R11',
    purgeUsers: 'purged by R11',
    mark: 'marked by R9',
    expire: 'marked by R13',
    cascade: 'marked by R10',
    markUsers: 'marked by R9',
  });
});

test('counts add up by kind', () => {
  expect(addCounts({ accounts: 1, users: 2 }, { users: 3, deals: 4 })).toEqual({ accounts: 1, users: 5, deals: 4 });
});
