import { describe, expect, it } from 'vitest';
import {
  count,
  either,
  formatDay,
  formatDuration,
  formatInstant,
  formatNumber,
  formatShare,
  relativeDay,
  relativeInstant,
} from './format.ts';

describe('numbers', () => {
  it('have thousands separators', () => {
    expect(formatNumber(1204)).toBe('1,204');
    expect(count(1, 'account')).toBe('1 account');
    expect(count(2, 'company', 'companies')).toBe('2 companies');
    expect(formatShare(0.205)).toBe('20.5 %');
  });
});

describe('days', () => {
  const now = '2026-07-05T23:59:59.999Z';
  it('are UTC days, whatever the hour', () => {
    expect(formatDay('2026-08-04')).toBe('Aug 4, 2026');
    expect(formatDay('2026-08-04', { year: false })).toBe('Aug 4');
    expect(relativeDay('2026-08-04', now)).toBe('in 30 days');
    expect(relativeDay('2026-08-04', '2026-07-05T00:00:00Z')).toBe('in 30 days');
  });
  it('name the three nearest', () => {
    expect(relativeDay('2026-07-04', now)).toBe('yesterday');
    expect(relativeDay('2026-07-05', now)).toBe('today');
    expect(relativeDay('2026-07-06', now)).toBe('tomorrow');
    expect(relativeDay('2026-07-03', now)).toBe('2 days ago');
  });
});

describe('instants', () => {
  it('are written in UTC', () => {
    expect(formatInstant('2026-07-05T04:00:00+02:00')).toBe('Jul 5, 2026, 02:00 UTC');
    expect(formatInstant('2026-07-05T00:00:00Z')).toBe('Jul 5, 2026, 00:00 UTC');
  });
  it('count only whole hours and minutes', () => {
    expect(relativeInstant('2026-07-05T02:00:00Z', '2026-07-04T16:20:00Z')).toBe('in 9 hours');
    expect(relativeInstant('2026-07-05T02:00:00Z', '2026-07-05T02:01:59Z')).toBe('1 minute ago');
    expect(relativeInstant('2026-07-05T02:00:00Z', '2026-07-05T02:00:59Z')).toBe('just now');
    expect(relativeInstant('2026-07-05T02:00:00Z', '2026-07-04T02:00:00Z')).toBe('tomorrow');
  });
  it('last as long as they lasted', () => {
    expect(formatDuration(312)).toBe('312 ms');
    expect(formatDuration(48_900)).toBe('48 s');
    expect(formatDuration(363_000)).toBe('6 min 3 s');
    expect(formatDuration(7_500_000)).toBe('2 h 5 min');
  });
});

it('names whom to ask', () => {
  expect(either(['Dana Whitfield', 'Priya Raman'])).toBe('Dana Whitfield or Priya Raman');
});
