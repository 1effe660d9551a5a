import { describe, expect, test } from 'vitest';
import { type Instant, parseDay, parseInstant } from '#lib/time.ts';
import {
  changedKinds,
  dueCondition,
  effectiveDays,
  expiryOverruled,
  newCollectionPolicy,
  type PolicyChoice,
  type PolicySet,
  policyOf,
  savePolicySet,
} from './policy.ts';

const NEW: PolicySet = {
  initializedAt: null,
  policies: [
    { kind: 'accounts', days: null, inherits: false, mode: null, since: null },
    { kind: 'free_accounts', days: 60, inherits: false, mode: null, since: null },
    { kind: 'users', days: null, inherits: false, mode: null, since: null },
  ],
};

const at = (day: number) => parseInstant(`2026-07-${String(day).padStart(2, '0')}T09:00:00Z`);
const save = (set: PolicySet, choices: Record<string, PolicyChoice>, now: Instant) =>
  savePolicySet(set, new Map(Object.entries(choices)), now);
const withCollection = (set: PolicySet, kind: string, now: Instant): PolicySet => ({
  ...set,
  policies: [...set.policies, newCollectionPolicy(set, kind, now)],
});
/** Saves and definitions one after the other, each a day of July. */
const history = (...steps: readonly (readonly [day: number, what: Record<string, PolicyChoice> | string])[]) =>
  steps.reduce((set, [day, what]) => (typeof what === 'string' ? withCollection(set, what, at(day)) : save(set, what, at(day))), NEW);
const clock = (set: PolicySet, kind: string) => {
  const { mode, since } = policyOf(set, kind);
  return mode === null ? null : `${mode} since ${Number(since?.slice(8, 10))}`;
};

describe('R4: a new workspace', () => {
  test('marks nobody but free accounts', () => {
    for (const kind of ['accounts', 'users']) expect(dueCondition(NEW, kind, parseDay('2026-07-05'))).toBeNull();
    expect(dueCondition(NEW, 'free_accounts', parseDay('2026-07-05'))).toEqual({ cutoff: '2026-05-05', updatedAfter: null });
  });

  test('a save changes only what it names', () => {
    const saved = history([1, { accounts: 30 }]);
    expect(saved.policies.map(({ kind, days }) => [kind, days])).toEqual([
      ['accounts', 30],
      ['free_accounts', 60],
      ['users', null],
    ]);
  });
});

describe('R5: initialization', () => {
  test('kinds that are on in the first save that switches one on are included from it', () => {
    const set = history([1, { accounts: 30, users: 60 }]);
    expect([clock(set, 'accounts'), clock(set, 'users'), set.initializedAt]).toEqual(['included since 1', 'included since 1', at(1)]);
  });

  test.each(['users', 'deals'])('%s alone initialize too', (kind) => {
    const set = history([1, 'deals'], [2, { [kind]: 30 }]);
    expect([clock(set, kind), set.initializedAt]).toEqual(['included since 2', at(2)]);
  });

  test('free accounts do not initialize, nor does a save that switches nothing on', () => {
    expect(history([1, { free_accounts: 14 }], [2, { accounts: null }]).initializedAt).toBeNull();
  });

  test('happens once', () => {
    const set = history([1, { accounts: 30 }], [2, { accounts: null }], [3, { accounts: 30, users: 30 }]);
    expect([set.initializedAt, clock(set, 'accounts'), clock(set, 'users')]).toEqual([at(1), 'late since 3', 'late since 3']);
  });

  test('an included kind counts from the save: nothing is due before its days have passed since, and then by the stored day', () => {
    const set = history([1, { accounts: 3 }]);
    expect(dueCondition(set, 'accounts', parseDay('2026-07-04'))).toBeNull();
    expect(dueCondition(set, 'accounts', parseDay('2026-07-05'))).toEqual({ cutoff: '2026-07-01', updatedAfter: null });
    expect(dueCondition(set, 'accounts', parseDay('2026-07-06'))).toEqual({ cutoff: '2026-07-02', updatedAfter: null });
  });
});

describe('R6: late kinds', () => {
  test('a kind switched on later, or a second time, waits for an update after its switching on', () => {
    const set = history([1, { accounts: 30 }], [2, { users: 3 }]);
    expect(clock(set, 'users')).toBe('late since 2');
    expect(dueCondition(set, 'users', parseDay('2026-07-05'))).toBeNull();
    expect(dueCondition(set, 'users', parseDay('2026-07-06'))).toEqual({ cutoff: '2026-07-02', updatedAfter: at(2) });
  });

  test('other days for a kind that is on change neither clock nor mode', () => {
    const set = history([1, { accounts: 30 }], [2, { users: 30 }], [3, { accounts: 5, users: 7 }]);
    expect([clock(set, 'accounts'), clock(set, 'users')]).toEqual(['included since 1', 'late since 2']);
    expect([effectiveDays(set, 'accounts'), effectiveDays(set, 'users')]).toEqual([5, 7]);
  });

  test('off has no clock, and on again is late', () => {
    const off = history([1, { accounts: 30 }], [2, { accounts: null }]);
    expect(clock(off, 'accounts')).toBeNull();
    expect(clock(save(off, { accounts: 30 }, at(3)), 'accounts')).toBe('late since 3');
  });
});

describe('R7: collections', () => {
  test('one that is new follows the account policy, off included', () => {
    expect(effectiveDays(history([1, 'deals']), 'deals')).toBeNull();
    expect(effectiveDays(history([1, { accounts: 30 }], [2, 'deals']), 'deals')).toBe(30);
    expect(effectiveDays(history([1, { accounts: 30 }], [2, 'deals'], [3, { accounts: 90 }]), 'deals')).toBe(90);
  });

  test('one defined while the account policy is on is included from its definition, even where accounts are late', () => {
    expect(clock(history([1, { accounts: 30 }], [2, 'deals']), 'deals')).toBe('included since 2');
    expect(clock(history([1, { users: 30 }], [2, { accounts: 30 }], [3, 'deals']), 'deals')).toBe('included since 3');
  });

  test('is switched on by its own number, by Inherit, or by the account policy that it follows, each by R5 and R6', () => {
    expect(clock(history([1, 'deals'], [2, { accounts: 30 }]), 'deals')).toBe('included since 2');
    expect(clock(history([1, { users: 30 }], [2, 'deals'], [3, { deals: 10 }]), 'deals')).toBe('late since 3');
    expect(clock(history([1, { users: 30 }], [2, 'deals'], [3, { accounts: 30 }]), 'deals')).toBe('late since 3');
    expect(clock(history([1, { accounts: 30 }], [2, 'deals'], [3, { deals: null }], [4, { deals: 'inherit' }]), 'deals')).toBe(
      'late since 4',
    );
  });

  test('while it stays on, a change between a number and Inherit changes neither clock nor mode', () => {
    const set = history(
      [1, { accounts: 30 }],
      [2, 'deals'],
      [3, { deals: 10 }],
      [4, { deals: 'inherit' }],
      [5, { deals: 5, accounts: null }],
    );
    expect([clock(set, 'deals'), effectiveDays(set, 'deals')]).toEqual(['included since 2', 5]);
  });

  test('goes off with the account policy that it follows', () => {
    const set = history([1, { accounts: 30 }], [2, 'deals'], [3, { accounts: null }]);
    expect([clock(set, 'deals'), effectiveDays(set, 'deals')]).toEqual([null, null]);
  });
});

describe('R13: free accounts', () => {
  const day = parseDay('2026-07-31');

  test('need no initialization, and are late never', () => {
    const set = history([1, { accounts: 30 }], [2, { accounts: null }], [3, { free_accounts: null }], [4, { free_accounts: 14 }]);
    expect(dueCondition(set, 'free_accounts', day)).toEqual({ cutoff: '2026-07-16', updatedAfter: null });
    expect(clock(set, 'free_accounts')).toBeNull();
  });

  test('are overruled by an account policy that is on, whatever it says of them', () => {
    for (const set of [history([1, { accounts: 3650 }]), history([1, { users: 1 }], [30, { accounts: 90 }])]) {
      expect(expiryOverruled(set)).toBe(true);
      expect(dueCondition(set, 'free_accounts', day)).toBeNull();
    }
    expect(expiryOverruled(history([1, { users: 1 }]))).toBe(false);
  });

  test('off marks nobody', () => {
    expect(dueCondition(history([1, { free_accounts: null }]), 'free_accounts', day)).toBeNull();
  });
});

describe('R14: which kinds a run has to look through for marks whose cause is gone', () => {
  const before = history([1, { accounts: 30, users: 30 }], [2, 'deals']);

  test.each([
    { what: {}, changed: [] },
    { what: { users: 30 }, changed: [] },
    { what: { users: 60 }, changed: ['users'] },
    { what: { accounts: 60 }, changed: ['accounts', 'deals'] },
    { what: { accounts: null }, changed: ['accounts', 'free_accounts', 'deals'] },
    { what: { deals: 5 }, changed: ['deals'] },
    { what: { deals: 30 }, changed: [] },
    { what: { free_accounts: 14 }, changed: ['free_accounts'] },
  ])('after a save of $what: $changed', ({ what, changed }) => {
    expect(changedKinds([before], save(before, what as Record<string, PolicyChoice>, at(5)))).toEqual(changed);
  });

  test('off and on again is a change, though the days are the same', () => {
    expect(changedKinds([before], save(save(before, { users: null }, at(5)), { users: 30 }, at(5)))).toEqual(['users']);
  });

  test('all, where no run went before, and a collection that no run knew', () => {
    expect(changedKinds([], NEW)).toEqual(['accounts', 'free_accounts', 'users']);
    expect(changedKinds([before], withCollection(before, 'assets', at(5)))).toEqual(['assets']);
  });
});

test('a kind that nobody knows is a fault, not a policy', () => {
  expect(() => effectiveDays(NEW, 'deals')).toThrow('deals');
});
