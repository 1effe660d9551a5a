import { describe, expect, it } from 'vitest';
import { type Policy, type PolicyChoice, type PolicySet, savePolicySet } from '#lib/retention/rules/policy.ts';
import { parseInstant } from '#lib/time.ts';
import { saveEffects } from './save-effects.ts';

const now = parseInstant('2026-07-04T16:20:00Z');
const off = (kind: string, days: number | null = null, inherits = false): Policy => ({ kind, days, inherits, mode: null, since: null });
const fresh: PolicySet = {
  initializedAt: null,
  policies: [off('accounts'), off('users'), off('opportunities', null, true), off('free_accounts', 60)],
};
const save = (set: PolicySet, choices: Record<string, PolicyChoice>) => {
  const after = savePolicySet(set, new Map(Object.entries(choices)), now);
  return { after, effects: saveEffects(set, after, now) };
};
const names = (effects: ReturnType<typeof saveEffects>) => Object.fromEntries(effects.map(({ kind, name }) => [kind, name]));

describe('what a save does', () => {
  it('R5: a first save marks nothing for 91 days of 90, and deletes nothing for 30 more', () => {
    const [accounts] = save(fresh, { accounts: 90 }).effects;
    expect(accounts).toMatchObject({ kind: 'accounts', name: 'included', firstMarks: '2026-10-03', firstGone: '2026-11-02' });
  });
  it('R7, R13: collections that inherit follow, and free accounts are overruled', () => {
    expect(names(save(fresh, { accounts: 90 }).effects)).toEqual({
      accounts: 'included',
      opportunities: 'included',
      free_accounts: 'overruled',
    });
  });
  it('R6: what is switched on in a later save is late, off and on again too', () => {
    const { after } = save(fresh, { accounts: 90 });
    expect(names(save(after, { users: 30 }).effects)).toEqual({ users: 'late' });
    const { after: gone, effects } = save(after, { accounts: null });
    expect(names(effects)).toEqual({ accounts: 'off', opportunities: 'off', free_accounts: 'in-force-again' });
    expect(names(save(gone, { accounts: 90 }).effects)).toEqual({ accounts: 'late', opportunities: 'late', free_accounts: 'overruled' });
  });
  it('tells fewer days from more, and says nothing of what stays', () => {
    const { after } = save(fresh, { accounts: 90, users: 120 });
    expect(names(save(after, { accounts: 30 }).effects)).toEqual({ accounts: 'shorter', opportunities: 'shorter' });
    expect(names(save(after, { users: 180 }).effects)).toEqual({ users: 'longer' });
    expect(save(after, { users: 120 }).effects).toEqual([]);
    expect(save(after, { free_accounts: 14 }).effects).toEqual([]);
  });
  it('R13: the clock of free accounts always runs', () => {
    expect(names(save(fresh, { free_accounts: 14 }).effects)).toEqual({ free_accounts: 'shorter' });
    const { after } = save(fresh, { free_accounts: null });
    expect(names(save(after, { free_accounts: 14 }).effects)).toEqual({ free_accounts: 'expiry' });
  });
});
