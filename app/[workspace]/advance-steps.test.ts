import { describe, expect, it } from 'vitest';
import { parseInstant } from '#lib/time.ts';
import { advanceSteps, readTarget, runsBetween } from './advance-steps.ts';

const now = parseInstant('2026-07-04T16:20:00Z');

describe('advancing a test clock', () => {
  it('counts every 02:00 UTC on the way, the last instant included and the first not', () => {
    const runs = (from: string, to: string) => runsBetween(parseInstant(from), parseInstant(to));
    expect(runs('2026-07-04T16:20:00Z', '2026-07-05T01:59:59.999Z')).toBe(0);
    expect(runs('2026-07-04T16:20:00Z', '2026-07-05T02:00:00Z')).toBe(1);
    expect(runs('2026-07-04T02:00:00Z', '2026-07-04T02:00:00Z')).toBe(0);
    expect(runs('2026-07-04T01:59:59.999Z', '2026-07-04T02:00:00Z')).toBe(1);
    expect(runs('2026-07-04T16:20:00Z', '2026-08-03T16:20:00Z')).toBe(30);
  });
  it('offers the next daily process and whole days from now', () => {
    expect(advanceSteps(now).map(({ to }) => to)).toEqual([
      '2026-07-05T02:00:00.000Z',
      '2026-07-05T16:20:00.000Z',
      '2026-07-11T16:20:00.000Z',
      '2026-08-03T16:20:00.000Z',
    ]);
  });
  it('takes what is typed for UTC, forward only, 400 days at most', () => {
    expect(readTarget('2026-07-04T16:21', now)).toEqual({ to: '2026-07-04T16:21:00.000Z' });
    expect(readTarget('2026-07-04T16:20', now)).toHaveProperty('error');
    expect(readTarget('2027-08-08T00:00', now)).toHaveProperty('to');
    expect(readTarget('2027-08-09T00:00', now)).toHaveProperty('error');
    for (const text of ['', '2026-07-04', '2026-02-30T10:00', 'tomorrow'])
      expect(readTarget(text, now)).toEqual({ error: 'Enter a day and a time.' });
  });
});
