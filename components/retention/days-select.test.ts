import { describe, expect, it } from 'vitest';
import { parseDays } from './days-select.tsx';

describe('a typed number of days', () => {
  it('is a whole number from 1 to 3,650 (R4)', () => {
    expect(parseDays('1')).toBe(1);
    expect(parseDays('3650')).toBe(3650);
    expect(parseDays('3,650')).toBe(3650);
    expect(parseDays(' 90 ')).toBe(90);
    expect(parseDays('0')).toBeNull();
    expect(parseDays('3651')).toBeNull();
  });
  it('is never guessed: what is empty, negative or no number is none', () => {
    for (const text of ['', ' ', '-1', '1.5', '1e3', '9,0', 'ninety', 'never', '٣٠']) expect(parseDays(text)).toBeNull();
  });
});
