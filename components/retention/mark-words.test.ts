import { describe, expect, it } from 'vitest';
import { daysLeft, dueAgain, markSentence, silence, silentDays } from './mark-words.ts';

const now = '2026-07-05T09:14:00.000Z';
const mark = { cause: 'inactivity', root: null, marked_on: '2026-07-05', last_information_at: '2026-04-05T22:00:00.000Z' } as const;

describe('why something is marked', () => {
  it('R9: names the silence and the policy', () => {
    expect(markSentence(mark, { name: 'Accounts', days: 90 }, now)).toEqual({
      text: 'Marked on July 5: no information since April 5, and Accounts are deleted after 90 inactive days',
      rule: 'R9',
    });
    expect(markSentence({ ...mark, last_information_at: '2025-12-31T01:00:00Z' }, { name: 'Users', days: 1 }, now)?.text).toBe(
      'Marked on July 5: no information since December 31, 2025, and Users are deleted after 1 inactive day',
    );
  });
  it('R10: names the account that took it along', () => {
    expect(markSentence({ ...mark, cause: 'parent', root: 'halcyon' }, { name: 'Accounts', days: 90 }, now)).toMatchObject({
      text: 'Marked on July 5: it goes along with halcyon, marked in the same run',
      rule: 'R10',
    });
  });
  it('R13: says that it expired', () => {
    expect(markSentence({ ...mark, cause: 'expiry' }, { name: 'Free accounts', days: 60 }, now)).toMatchObject({ rule: 'R13' });
  });
  it('says nothing of a policy that is off by now, and nothing of what is not marked', () => {
    expect(markSentence(mark, { name: 'Accounts', days: null }, now)?.text).toBe('Marked on July 5: no information since April 5');
    expect(markSentence({ ...mark, cause: null, marked_on: null }, { name: 'Accounts', days: 90 }, now)).toBeNull();
  });
});

describe('the days of a mark', () => {
  it('R3: counts neither the day of the last information nor the marked day', () => {
    expect(silentDays(mark.last_information_at, mark.marked_on)).toBe(90);
    expect(silence(mark.last_information_at, mark.marked_on)).toEqual({ from: '2026-04-06', to: '2026-07-04' });
    expect(silence('2026-07-04T23:59:59.999Z', '2026-07-05')).toBeNull();
    expect(silence('2026-07-05T00:00:00Z', '2026-07-05')).toBeNull();
  });
  it('R11: 30 days are left on the day of the mark, none on the purge day and after it', () => {
    expect(daysLeft('2026-08-04', now)).toBe(30);
    expect(daysLeft('2026-07-05', now)).toBe(0);
    expect(daysLeft('2026-07-01', now)).toBe(0);
  });
  it('R9, R12: what is revived today is due again when the days have passed', () => {
    expect(dueAgain(90, now)).toBe('2026-10-04');
    expect(dueAgain(3, now)).toBe('2026-07-09');
  });
});
