import { expect, test } from 'vitest';
import { type Instant, parseDay } from '#lib/time.ts';
import { kindsOf, markedKind, planDailyRun, type RunSettings, rangeStart, type Step } from './plan.ts';
import type { Policy, PolicySet } from './policy.ts';

const SINCE = '2026-07-01T09:00:00.000Z' as Instant;
const DAY = parseDay('2026-08-10');
const DEALS = { id: '01980000-0000-7000-8000-000000000001', name: 'deals' };

const policy = (kind: string, days: number | null, more: Partial<Policy> = {}): Policy => ({
  kind,
  days,
  inherits: false,
  mode: days === null || kind === 'free_accounts' ? null : 'included',
  since: days === null || kind === 'free_accounts' ? null : SINCE,
  ...more,
});
const policies = (accounts: number | null, free: number | null, users: number | null, deals: Partial<Policy> = {}): PolicySet => ({
  initializedAt: SINCE,
  policies: [policy('accounts', accounts), policy('free_accounts', free), policy('users', users), policy('deals', null, deals)],
});
const settings = (more: Partial<RunSettings> = {}): RunSettings => ({
  at: '2026-08-10T02:00:00.000Z' as Instant,
  policies: policies(30, 60, 30, { days: 5, mode: 'late', since: SINCE }),
  collections: [DEALS],
  markingPaused: false,
  purgingPaused: false,
  breaker: { share: 20, floor: 100 },
  accepted: {},
  refused: [],
  changedKinds: [],
  ...more,
});
const stepsOf = (more: Partial<RunSettings> = {}) => planDailyRun(settings(more), DAY).steps;

/** What a step is about, in one word. */
function said(step: Step): string {
  if (step.name === 'lift-accounts' || step.name === 'mark-accounts') return `${step.name}: ${step.kind}`;
  if (step.name === 'purge-accounts') return `${step.name}: ${step.marks}`;
  return 'members' in step ? `${step.name}: ${step.members.kind}` : step.name;
}

test('R28: end holds, lift, purge, weigh, then mark accounts, cascade, and mark what is theirs', () => {
  expect(stepsOf().map(said)).toEqual([
    'end-holds',
    'lift-accounts: accounts',
    'lift-accounts: free_accounts',
    'lift-along',
    'lift-members: users',
    'lift-members: deals',
    'purge-accounts: own',
    'purge-accounts: along',
    'purge-members: users',
    'purge-members: deals',
    'weigh',
    'mark-accounts: accounts',
    'cascade',
    'mark-members: users',
    'mark-members: deals',
  ]);
});

test('R11, R9: a day purges what was marked 30 days before, and marks with its own day', () => {
  for (const step of stepsOf()) {
    if ('cutoff' in step) expect(step.cutoff).toBe('2026-07-11');
    if ('processDay' in step) expect(step.processDay).toBe(DAY);
  }
});

test('R9: each kind has its own cutoff; a late one is read from a week before its switching on', () => {
  const marks = stepsOf().flatMap((step) => ('from' in step ? [[said(step), step.from, step.due]] : []));
  expect(marks).toEqual([
    ['mark-accounts: accounts', '0001-01-01', { cutoff: '2026-07-10', updatedAfter: null }],
    ['mark-members: users', '0001-01-01', { cutoff: '2026-07-10', updatedAfter: null }],
    ['mark-members: deals', '2026-06-24', { cutoff: '2026-08-04', updatedAfter: SINCE }],
  ]);
  expect(rangeStart({ cutoff: DAY, updatedAfter: '2026-03-05T23:59:59.999Z' as Instant })).toBe('2026-02-26');
});

test('R13: free accounts expire while the account policy is off, and take nobody along', () => {
  const steps = stepsOf({ policies: policies(null, 60, null) });
  expect(steps.flatMap((step) => markedKind(step) ?? [])).toEqual(['free_accounts']);
  expect(steps.map(said)).not.toContain('cascade');
});

test('R4: with every kind off nothing is marked; what is marked is still lifted and purged', () => {
  const steps = stepsOf({ policies: policies(null, null, null) });
  expect(steps.filter((step) => markedKind(step) !== null || step.name === 'cascade')).toEqual([]);
  expect(steps.some((step) => step.name === 'purge-accounts')).toBe(true);
  for (const step of steps) if ('scope' in step) expect(step.due).toBeNull();
});

test('R29: what is paused or refused is left out; lifts go on', () => {
  const names = (more: Partial<RunSettings>) => new Set(stepsOf(more).map((step) => step.name));
  expect(names({ markingPaused: true })).toEqual(
    new Set(['end-holds', 'lift-accounts', 'lift-along', 'lift-members', 'purge-accounts', 'purge-members']),
  );
  expect(names({ purgingPaused: true })).not.toContain('purge-accounts');
  expect(names({ purgingPaused: true })).not.toContain('purge-members');
  expect(stepsOf({ refused: ['users'] }).flatMap((step) => markedKind(step) ?? [])).toEqual(['accounts', 'deals']);
});

test('R14: all marks of a kind are looked through where its policy changed, else those on hold', () => {
  const scopes = (changedKinds: string[]) => stepsOf({ changedKinds }).flatMap((step) => ('scope' in step ? [step.scope] : []));
  expect(scopes([])).toEqual(['held', 'held', 'held', 'held']);
  expect(scopes(['free_accounts', 'deals'])).toEqual(['held', 'all', 'held', 'all']);
});

test('a plan is plain data: it comes back from the database as it was', () => {
  const plan = planDailyRun(settings(), DAY);
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});

test('kinds come in the order in which people see them', () => {
  expect(kindsOf([{ name: 'assets' }, { name: 'deals' }])).toEqual(['accounts', 'users', 'assets', 'deals', 'free_accounts']);
});
