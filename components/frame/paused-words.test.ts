import { expect, test } from 'vitest';
import { pausedWords } from './paused-words.ts';

const dana = { by: 'Dana Whitfield', since: '2026-07-05T09:14:00.000Z' };

test('R29: a pause says who began it, and when', () => {
  expect(pausedWords(dana, null)).toBe('Paused by Dana Whitfield since Jul 5, 2026, 09:14 UTC.');
  expect(pausedWords(null, { ...dana, by: 'command line' })).toBe('Paused by the command line since Jul 5, 2026, 09:14 UTC.');
  expect(pausedWords(null, null)).toBe('');
});
test('R29: two pauses of one origin are said once, of two each with its own', () => {
  expect(pausedWords(dana, dana)).toBe('Paused by Dana Whitfield since Jul 5, 2026, 09:14 UTC.');
  expect(pausedWords(dana, { by: 'Priya Raman', since: '2026-07-06T10:00:00.000Z' })).toBe(
    'Marking by Dana Whitfield since Jul 5, 2026, 09:14 UTC, purging by Priya Raman since Jul 6, 2026, 10:00 UTC.',
  );
});
