import { expect, test } from 'vitest';
import { parseDay, parseInstant } from '#lib/time.ts';
import { type Explained, explain, type Situation } from './explain.ts';
import type { Policy } from './policy.ts';

const now = parseInstant('2026-07-04T16:20:00Z');
const off = (kind: string): Policy => ({ kind, days: null, inherits: false, mode: null, since: null });
const on = (kind: string, days: number, mode: 'included' | 'late', since = '2025-11-03T10:00:00Z'): Policy => ({
  kind,
  days,
  inherits: false,
  mode,
  since: parseInstant(since),
});
const expiry: Policy = { ...off('free_accounts'), days: 60 };

const account: Explained = {
  kind: 'accounts',
  contractStatus: 'paying',
  createdAt: parseInstant('2025-01-01T00:00:00Z'),
  lastInformationAt: parseInstant('2026-04-05T12:00:00Z'),
  cause: null,
  root: null,
  markedOn: null,
  onHold: false,
};

function situation(policies: Policy[], more: Partial<Situation> = {}): Situation {
  return {
    set: { initializedAt: parseInstant('2025-11-03T10:00:00Z'), policies },
    now,
    markingPaused: false,
    purgingPaused: false,
    waiting: [],
    lifts: false,
    ...more,
  };
}
const ninety = situation([on('accounts', 90, 'included'), off('users'), expiry]);
const hundredEighty = situation([on('accounts', 180, 'included'), off('users'), expiry]);

test.each<[string, Explained, Situation, object]>([
  [
    'R4. no policy',
    account,
    situation([off('accounts'), off('users'), expiry]),
    { rule: 'R4', policy: null, due_on: null, counted_days: null, inactive_days: 89 },
  ],
  ['R9. due tomorrow', account, ninety, { rule: 'R9', due_on: '2026-07-05', counted_days: 89, waiting_for: null, beats: [] }],
  ['R9. due later', account, hundredEighty, { rule: 'R9', due_on: '2026-10-03', policy: { kind: 'accounts', days: 180 } }],
  [
    'R9. overdue: with the next run',
    { ...account, lastInformationAt: parseInstant('2026-01-01T00:00:00Z') },
    ninety,
    { due_on: '2026-07-05' },
  ],
  ['R13. overruled by the account policy', { ...account, contractStatus: 'free' }, ninety, { rule: 'R9', beats: ['R13'] }],
  [
    'R13. expires',
    { ...account, contractStatus: 'free' },
    situation([off('accounts'), off('users'), expiry]),
    { rule: 'R13', policy: { kind: 'free_accounts', days: 60 }, due_on: '2026-07-05' },
  ],
  [
    'R13. cancelled never expires',
    { ...account, contractStatus: 'cancelled' },
    situation([off('accounts'), off('users'), expiry]),
    { rule: 'R4' },
  ],
  [
    'R6. waits for an update',
    account,
    situation([on('accounts', 90, 'late', '2026-05-01T00:00:00Z'), off('users'), expiry]),
    { rule: 'R6', waiting_for: 'update', due_on: null, counted_days: null },
  ],
  ['R15. on hold', { ...account, onHold: true }, ninety, { rule: 'R15', waiting_for: 'hold', due_on: null }],
  ['R29. marking is paused', account, { ...ninety, markingPaused: true }, { rule: 'R9', waiting_for: 'pause' }],
  ['R29. paused, but not due with the next run', account, { ...hundredEighty, markingPaused: true }, { waiting_for: null }],
  ['R29. waits for approval', account, { ...ninety, waiting: ['accounts'] }, { waiting_for: 'approval' }],
  [
    'R10. went along',
    { ...account, cause: 'parent', root: 'group', markedOn: parseDay('2026-07-01') },
    ninety,
    { rule: 'R10', mark: { cause: 'parent', marked_on: '2026-07-01', root: 'group' }, purge_on: '2026-07-31', due_on: null },
  ],
  [
    'R9. marked',
    { ...account, cause: 'inactivity', markedOn: parseDay('2026-07-01') },
    ninety,
    { rule: 'R9', purge_on: '2026-07-31', due_on: null },
  ],
  ['R9. marked, and the mark stands', { ...account, cause: 'inactivity', markedOn: parseDay('2026-07-01') }, ninety, { lift: null }],
  [
    'R14. lifted by the next run, and due again by the longer policy',
    { ...account, cause: 'inactivity', markedOn: parseDay('2026-07-01') },
    { ...hundredEighty, lifts: true },
    { purge_on: '2026-07-31', due_on: null, lift: { on: '2026-07-05', due_again_on: '2026-10-03' } },
  ],
  [
    'R14, R15. lifted by its hold, and not due again',
    { ...account, cause: 'inactivity', markedOn: parseDay('2026-07-01'), onHold: true },
    { ...ninety, lifts: true },
    { lift: { on: '2026-07-05', due_again_on: null } },
  ],
  ['R14. there is no mark to lift', account, { ...ninety, lifts: true }, { lift: null }],
  [
    'R29. purging is paused and it would go',
    { ...account, cause: 'inactivity', markedOn: parseDay('2026-06-05') },
    { ...ninety, purgingPaused: true },
    { waiting_for: 'pause' },
  ],
  [
    'R29. purging is paused, a day before it would go',
    { ...account, cause: 'inactivity', markedOn: parseDay('2026-06-06') },
    { ...ninety, purgingPaused: true },
    { waiting_for: null },
  ],
])('%s', (_, entity, around, expected) => {
  expect(explain(entity, around)).toMatchObject(expected);
});
