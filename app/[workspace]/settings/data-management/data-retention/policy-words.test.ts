import { describe, expect, it } from 'vitest';
import { parseInstant } from '#lib/time.ts';
import { changeWords, effectSentence, noteWords } from './policy-words.ts';
import type { SaveEffect } from './save-effects.ts';

const effect = (name: SaveEffect['name'], more: Partial<SaveEffect> = {}): SaveEffect => ({
  kind: 'accounts',
  name,
  from: null,
  to: 90,
  follows: false,
  firstMarks: null,
  firstGone: null,
  ...more,
});
const facts = { marked: 64, waiting: 0, now: parseInstant('2026-07-04T16:20:00Z') };

describe('the words of a save', () => {
  it('say from what to what', () => {
    expect(changeWords({ kind: 'accounts', from: null, to: 90 })).toBe('Accounts: Never → 90 days');
    expect(changeWords({ kind: 'accounts', from: 180, to: 1 })).toBe('Accounts: 180 → 1 day');
    expect(changeWords({ kind: 'free_accounts', from: 60, to: null })).toBe('Free accounts: 60 days → Never');
    expect(changeWords({ kind: 'opportunities', from: 'inherit', to: 30 })).toBe('Opportunities: Inherit → 30 days');
  });
  it('say what follows', () => {
    expect(noteWords([effect('shorter'), effect('shorter', { kind: 'opportunities', follows: true })], false)).toBe('Opportunities follow');
    expect(noteWords([effect('included'), effect('overruled', { kind: 'free_accounts' })], true)).toBe(
      'First save: starts the clock · Free accounts are overruled',
    );
    expect(noteWords([effect('off')], false)).toBe('');
  });
  it('R5, R6: name the first day with marks, and why not before', () => {
    const first = effectSentence(effect('included', { firstMarks: '2026-10-03' as SaveEffect['firstMarks'] }), facts);
    expect(first).toContain('counts from Jul 4, 2026');
    expect(first).toContain('before Oct 3, 2026');
    expect(effectSentence(effect('late', { firstMarks: '2026-10-03' as SaveEffect['firstMarks'] }), facts)).toContain('late (R6)');
  });
  it('R14: name how many marks are lifted, and say nothing of none', () => {
    expect(effectSentence(effect('overruled'), facts)).toContain('lifts its 64 marks (R14)');
    expect(effectSentence(effect('off'), { ...facts, marked: 1 })).toContain('its one mark');
    expect(effectSentence(effect('off'), { ...facts, marked: 0 })).not.toContain('lifts');
  });
  it('R6, R13: say how many free accounts wait where the account policy is late', () => {
    expect(effectSentence(effect('overruled'), { ...facts, waiting: 1047 })).toContain('1,047 accounts wait for an update');
  });
});
