import { expect, test } from 'vitest';
import type { Day, Instant } from '#lib/time.ts';
import { type Explanation, explainWords } from './explain-words.ts';

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
  holds: [],
};

test('R9: says since when it is silent, and on which day it is marked if nothing arrives', () => {
  expect(explainWords(quiet, now)).toBe(
    'Halcyon Robotics is active. Last information on Apr 5, 2026 (usage), so 89 inactive days. Accounts are deleted after 180 inactive days, so it is marked on Oct 3, 2026 (in 91 days) if nothing arrives (R9).',
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
test('R15, R29: says what it waits for', () => {
  const holds = [{ kind: 'accounts' as const, entity: 'halcyon-robotics', reason: 'Legal case 17', until: null }];
  expect(explainWords({ ...quiet, rule: 'R15', waiting_for: 'hold', due_on: null, holds }, now)).toContain(
    'On hold until a person ends it: “Legal case 17”.',
  );
  expect(explainWords({ ...quiet, waiting_for: 'pause' }, now)).toContain('Marking is paused');
  expect(explainWords({ ...quiet, waiting_for: 'approval' }, now)).toContain('waits for a person (R29)');
  expect(explainWords({ ...quiet, beats: ['R13'] }, now)).toContain('overrules the expiry of free accounts (R13)');
});
