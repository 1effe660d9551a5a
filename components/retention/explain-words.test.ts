import { expect, test } from 'vitest';
import type { Day, Instant } from '#lib/time.ts';
import { type Explanation, explainFacts, explainWords } from './explain-words.ts';

const now = '2026-07-04T16:20:00Z';
const quiet: Explanation = {
  kind: 'accounts',
  entity: 'halcyon-robotics',
  name: 'Halcyon Robotics',
  state: 'active',
  last_information: { type: 'usage', at: '2026-04-05T10:00:00.000Z' as Instant },
  inactive_days: 89,
  counted_days: 89,
  policy: { kind: 'accounts', days: 180 },
  rule: 'R9',
  beats: [],
  waiting_for: null,
  due_on: '2026-10-03' as Day,
  mark: null,
  purge_on: null,
  along: null,
  lift: null,
  holds: [],
};

test('R9: says since when it is silent, and on which day it is marked if nothing arrives', () => {
  expect(explainWords(quiet, now)).toBe(
    'Halcyon Robotics is active. Last information on Apr 5, 2026 (usage), so 89 inactive days. Accounts are deleted after 180 inactive days, so it is marked on Oct 3, 2026 (in 91 days) if nothing arrives (R9). Gone for good on Nov 2, 2026 (in 121 days) (R11).',
  );
});
test('R5: tells the days that a policy counts from those that it is silent', () => {
  expect(explainWords({ ...quiet, counted_days: 3 }, now)).toContain(
    '89 inactive days; the policy counts 3 of them, from its save on (R5).',
  );
});
test('R3: has no inactive day before the first is over', () => {
  expect(explainWords({ ...quiet, inactive_days: null, counted_days: null }, now)).toContain('so no inactive day yet.');
});
test('R4, R6: says why it is kept', () => {
  expect(explainWords({ ...quiet, policy: null, rule: 'R4', due_on: null }, now)).toContain('it is kept (R4)');
  expect(explainWords({ ...quiet, rule: 'R6', waiting_for: 'update', due_on: null }, now)).toContain(
    'kept until its first update since (R6)',
  );
});
test('R10, R11: says with whom it goes along, and when it is gone', () => {
  const mark = { cause: 'parent' as const, marked_on: '2026-07-02' as Day, root: 'acme' };
  const words = explainWords({ ...quiet, state: 'marked', rule: 'R10', mark, due_on: null, purge_on: '2026-08-01' as Day }, now);
  expect(words).toContain(
    'Marked on Jul 2, 2026: it goes along with acme (R10). Gone for good on Aug 1, 2026 (in 28 days) if nothing arrives (R11).',
  );
});
test('R10: says with whose mark it goes along, and on which day, where that comes before its own', () => {
  const along = { on: '2026-07-05' as Day, root: 'group' };
  expect(explainWords({ ...quiet, along }, now)).toContain(
    'Accounts are deleted after 180 inactive days, so it is due itself on Oct 3, 2026 (in 91 days) (R9), but before that day it goes along with group, which is marked on Jul 5, 2026 (tomorrow) if nothing arrives (R10). Gone for good on Aug 4, 2026 (in 31 days) (R11).',
  );
  expect(explainWords({ ...quiet, kind: 'users', policy: null, rule: 'R4', due_on: null, along }, now)).toContain(
    'No policy that is on takes a record like it, but it goes along with group, which is marked on Jul 5, 2026 (tomorrow) if nothing arrives (R10).',
  );
  const facts = Object.fromEntries(explainFacts({ ...quiet, along }, now).map(({ label, text }) => [label, text]));
  expect(facts).toMatchObject({
    'Decided by': 'The mark of group (R10)',
    Marked: 'No, due on Jul 5, 2026 (tomorrow)',
    'Purge day': 'Aug 4, 2026 (in 31 days), if nothing arrives',
  });
});
test('R14: says which daily process lifts the mark, and what comes then', () => {
  const mark = { cause: 'inactivity' as const, marked_on: '2026-07-02' as Day, root: null };
  const marked: Explanation = { ...quiet, state: 'marked', mark, due_on: null, purge_on: '2026-08-01' as Day };
  const lifted = (due_again_on: Day | null) => explainWords({ ...marked, lift: { on: '2026-07-05' as Day, due_again_on } }, now);
  const words = 'for a cause that no longer holds: the daily process of Jul 5, 2026 (tomorrow) lifts the mark (R14).';
  expect(lifted('2026-10-03' as Day)).toContain(`${words} Then it is due again on Oct 3, 2026 (in 91 days) if nothing arrives.`);
  expect(lifted(null)).toContain(`${words} Then it stays.`);
  expect(lifted(null)).not.toContain('Gone for good');
});
test('R15, R29: says what it waits for', () => {
  const holds = [{ kind: 'accounts' as const, entity: 'halcyon-robotics', reason: 'Legal case 17', until: null }];
  expect(explainWords({ ...quiet, rule: 'R15', waiting_for: 'hold', due_on: null, holds }, now)).toContain(
    'On hold until a person ends it: “Legal case 17”.',
  );
  expect(explainWords({ ...quiet, waiting_for: 'pause' }, now)).toContain('Marking is paused');
  expect(explainWords({ ...quiet, waiting_for: 'approval' }, now)).toContain('waits for a person (R29)');
  expect(explainWords({ ...quiet, beats: ['R13'] }, now)).toContain('overrules the expiry of free accounts (R13)');
});

test('R10, R16: a user goes along with its account, and what is archived goes on ageing', () => {
  expect(explainWords({ ...quiet, kind: 'users' }, now)).toContain('It goes along if its account is marked before (R10).');
  expect(explainWords(quiet, now)).not.toContain('R10');
  expect(explainWords({ ...quiet, state: 'archived' }, now)).toContain('An archived record goes on ageing (R16).');
});

const facts = (explained: Partial<Explanation>) =>
  Object.fromEntries(explainFacts({ ...quiet, ...explained }, now).map(({ label, text }) => [label, text]));
test('R3 to R13: what is told item by item is information, days, the rule that decides and the one that it beats, and the days to come', () => {
  expect(facts({ counted_days: 3, beats: ['R13'] })).toEqual({
    'Last information': 'Apr 5, 2026 (90 days ago), usage',
    'Inactive days (R3)': '89',
    'Counted days': '3 of 180',
    'Decided by': 'Accounts, 180 inactive days (R9)',
    Overrules: 'Expiry of free accounts (R13)',
    'Waits for': 'Nothing',
    Marked: 'No, due on Oct 3, 2026 (in 91 days)',
    'Purge day': 'Nov 2, 2026 (in 121 days), if nothing arrives',
  });
});
test('R6, R10, R15: what decides is said where it is no policy’s days', () => {
  expect(facts({ policy: null, rule: 'R4', due_on: null, counted_days: null })).toMatchObject({
    'Counted days': 'None, no policy takes it',
    'Decided by': 'No policy takes it (R4)',
    Marked: 'No',
    'Purge day': 'None',
  });
  expect(facts({ rule: 'R6', waiting_for: 'update', counted_days: null })).toMatchObject({
    'Counted days': 'None before its first update (R6)',
    'Waits for': 'Its first update since the policy was switched on (R6)',
  });
  expect(facts({ rule: 'R15', waiting_for: 'hold' })).toMatchObject({
    'Decided by': 'Its hold (R15)',
    'Waits for': 'The end of its hold (R15)',
  });
  const mark = { cause: 'parent' as const, marked_on: '2026-07-02' as Day, root: 'acme' };
  expect(facts({ rule: 'R10', mark, purge_on: '2026-08-01' as Day })).toMatchObject({
    'Decided by': 'The mark of acme (R10)',
    Marked: 'Jul 2, 2026 (2 days ago), goes along',
    'Purge day': 'Aug 1, 2026 (in 28 days)',
  });
});
