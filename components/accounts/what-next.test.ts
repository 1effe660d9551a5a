import { describe, expect, it } from 'vitest';
import type { AccountPage } from '#lib/entities/account-page.ts';
import type { Day } from '#lib/time.ts';
import { nextOf, relativeWords, waitWords } from './what-next.ts';

const active = { account: 'acme', state: 'active', on_hold: false, purge_on: null, cause: null, root: null };
const page = (account: object, policy: object | null): AccountPage =>
  ({ account: { ...active, ...account }, policy, now: '2026-07-05T09:14:00.000Z' }) as AccountPage;
const accounts = { kind: 'accounts', days: 90, on: '2026-10-03', waits_for: null };

describe('what happens next to an account', () => {
  it('R9: it is marked on its day, and gone 30 days later', () => {
    expect(nextOf(page({}, accounts))).toEqual({
      name: 'marked',
      on: '2026-10-03',
      goneOn: '2026-11-02',
      why: { text: 'Accounts are deleted after 90 inactive days', rule: 'R9' },
    });
    expect(nextOf(page({}, { ...accounts, kind: 'free_accounts', days: 60 }))).toMatchObject({ why: { rule: 'R13' } });
  });
  it('R11: a marked one is gone on its purge day, and late from that day on', () => {
    expect(nextOf(page({ state: 'marked', purge_on: '2026-08-04' }, accounts))).toEqual({ name: 'gone', on: '2026-08-04', late: false });
    expect(nextOf(page({ state: 'marked', purge_on: '2026-07-06' }, accounts))).toMatchObject({ late: false });
    expect(nextOf(page({ state: 'marked', purge_on: '2026-07-05' }, accounts))).toMatchObject({ late: true });
  });
  it('R14, R15: a hold keeps it, and lifts a mark that stands', () => {
    expect(nextOf(page({ on_hold: true }, accounts))).toMatchObject({ name: 'kept', why: { rule: 'R15' } });
    expect(nextOf(page({ state: 'marked', purge_on: '2026-08-04', on_hold: true }, accounts))).toMatchObject({ name: 'lifted' });
  });
  it('R14: a mark whose cause no longer holds is lifted, and one whose hold ends before is not', () => {
    const marked = page({ state: 'marked', purge_on: '2026-08-04' }, null);
    const lift = { on: '2026-07-06' as Day, due_again_on: null };
    expect(nextOf(marked, { lift, along: null })).toEqual({ name: 'lifted', on: '2026-07-06', againOn: null });
    expect(nextOf(marked, { lift: null, along: null })).toMatchObject({ name: 'gone' });
    expect(nextOf(page({ state: 'marked', purge_on: '2026-08-04', on_hold: true }, accounts), { lift: null, along: null })).toMatchObject({
      name: 'gone',
    });
  });
  it('R10: what goes along with an account above it is due with that one', () => {
    const along = { on: '2026-07-06' as Day, root: 'halcyon-group' };
    expect(nextOf(page({}, accounts), { lift: null, along })).toMatchObject({
      name: 'marked',
      on: '2026-07-06',
      goneOn: '2026-08-05',
      why: { rule: 'R10' },
    });
  });
  it('R4, R6: without a policy, and waiting for an update, it stays', () => {
    expect(nextOf(page({}, null))).toMatchObject({ name: 'kept', why: { rule: 'R4' } });
    expect(nextOf(page({}, { ...accounts, on: null, waits_for: 'update' }))).toMatchObject({ name: 'kept', why: { rule: 'R6' } });
  });
});

describe('what stands between an account and its day', () => {
  it('R29: a pause or an unanswered breaker is said, what the sentence says already is not said twice', () => {
    expect(waitWords('pause', false)).toContain('Marking is paused');
    expect(waitWords('pause', true)).toContain('Purging is paused');
    expect(waitWords('approval', false)).toContain('wait for a person');
    for (const said of ['update', 'hold', null] as const) expect(waitWords(said, false)).toBeNull();
  });
});

describe('what happens to its family', () => {
  const words = (relation: 'above' | 'self' | 'below', row: object, of = page({ state: 'marked', purge_on: '2026-08-04' }, accounts)) =>
    relativeWords(relation, { ...active, ...row }, of, (day) => day);
  it('R10: parents stay, sub-accounts say whether they went along or bear a mark of their own', () => {
    expect(words('above', {})).toBe('Stays, parents never go along');
    expect(words('below', { purge_on: '2026-08-04', cause: 'parent' })).toBe('Goes along, gone on 2026-08-04');
    expect(words('below', { purge_on: '2026-07-18', cause: 'inactivity' })).toBe('Own mark, gone on 2026-07-18');
    expect(words('self', { purge_on: '2026-08-04', cause: 'inactivity' })).toBe('Gone on 2026-08-04');
  });
  it('R9, R4: itself says when it is due, or that it stays', () => {
    expect(words('self', {}, page({}, accounts))).toBe('Due on 2026-10-03');
    expect(words('self', {}, page({}, null))).toBe('Stays');
  });
  it('R10: one above that is due and takes it along says so, and so does it itself', () => {
    const ahead = { lift: null, along: { on: '2026-07-06' as Day, root: 'group' } };
    const said = (relation: 'above' | 'self', account: string) =>
      relativeWords(relation, { ...active, account }, page({}, accounts), (day) => day, ahead);
    expect(said('above', 'group')).toBe('Due on 2026-07-06, takes it along');
    expect(said('above', 'holding')).toBe('Stays, parents never go along');
    expect(said('self', 'acme')).toBe('Due on 2026-07-06');
  });
  it('R10, R15: a standing mark takes nothing more along, and a held one stays', () => {
    expect(words('below', {})).toBe('Stays');
    expect(words('below', { on_hold: true })).toBe('Stays, on hold');
    expect(words('below', {}, page({}, accounts))).toBe('Would go along');
    expect(words('below', {}, page({}, { ...accounts, kind: 'free_accounts' }))).toBe('Stays');
  });
});
