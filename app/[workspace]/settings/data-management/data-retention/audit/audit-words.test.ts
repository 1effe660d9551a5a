import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, auditWords } from './audit-words.ts';

const told = (action: string, entity: string | null = null, to: unknown = null, from: unknown = null) => ({ action, entity, from, to });

describe('what the audit trail says', () => {
  it('says policies from what to what', () => {
    expect(auditWords(told('policy.saved', 'policies/accounts', { days: 90 }, { days: null }))).toBe('saved Accounts: Never → 90 days');
    expect(auditWords(told('policy.saved', 'policies/opportunities', { days: 1 }, { days: 'inherit' }))).toBe(
      'saved Opportunities: Inherit → 1 day',
    );
  });
  it('says what a run did to how many', () => {
    const to = { chunk: 3, accounts: 1, users: 1204, digest: 'a1' };
    expect(auditWords(told('run.marked', 'runs/2026-07-05', to))).toBe('marked 1 account and 1,204 users in the run of Jul 5, 2026');
    expect(
      auditWords(told('run.finished', 'runs/2026-07-05', { marked: { accounts: 2 }, lifted: {}, purged: { users: 3, accounts: 1 } })),
    ).toBe('finished the run of Jul 5, 2026: marked 2, lifted 0, purged 4');
  });
  it('tells a person from information', () => {
    expect(auditWords(told('entities.revived', 'accounts/acme', { by: 'person', accounts: 1 }))).toBe('revived accounts/acme');
    expect(auditWords(told('entities.revived', null, { by: 'information', accounts: 2, users: 0 }))).toBe(
      'sent information that revived 2 accounts',
    );
  });
  it('says which fields an edit changed, and that it lifted a mark of expiry', () => {
    const fields = ['contract_status', 'contract_value'];
    expect(auditWords(told('account.edited', 'accounts/acme', { fields }))).toBe('edited accounts/acme: contract status, contract value');
    expect(auditWords(told('account.edited', 'accounts/acme', { fields, lifted: 1 }))).toBe(
      'edited accounts/acme: contract status, contract value, and so lifted its mark of expiry',
    );
  });
  it('says which list was taken as a file, and whether all of it', () => {
    const said = (list: string, to: object) => auditWords(told('list.downloaded', `lists/${list}`, to));
    expect(said('marked', { filtered: false })).toBe('downloaded the list of marked accounts');
    expect(said('marked', { kind: 'users', filtered: true })).toBe('downloaded the list of marked users, filtered');
    expect(said('to-be-marked', { kind: 'deals', filtered: false })).toBe('downloaded the list of deals that would be marked');
    expect(said('audit', { filtered: false })).toBe('downloaded the audit trail');
  });
  it('has words of its own for every action that the product records', () => {
    const recorded = sources('lib').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z-]+\.[a-z-]+)'/g)].map(([, action]) => action ?? ''),
    );
    const named = new Set([...recorded, 'run.marked', 'run.lifted', 'run.purged', 'hold.put', 'hold.changed']);
    expect(named.size).toBeGreaterThan(15);
    for (const action of named) {
      expect(auditWords(told(action, 'accounts/acme', {})), action).not.toContain(action);
      expect(AUDIT_ACTIONS.map(({ value }) => value)).toContain(action);
    }
  });
  it('still says what it does not know', () => {
    expect(auditWords(told('something.new', 'accounts/acme'))).toBe('something.new accounts/acme');
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
}
