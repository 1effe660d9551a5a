import { describe, expect, test } from 'vitest';
import { MAX_SIGNALS, readSignal } from '#lib/ingest/rules/signal.ts';
import { addDays, type Day, parseDay } from '#lib/time.ts';
import { isWeekend, LAST_DAY } from './calendar.ts';
import { planFamilies } from './plan-families.ts';
import { MARKED_AFTER, planFates } from './plan-fates.ts';
import { planYear } from './plan-year.ts';

const FIRST_DAY = parseDay('2025-07-05');
const year = planYear('meridian', FIRST_DAY);
const accounts = planFamilies('meridian', FIRST_DAY);
const signals = year.flatMap((day) => day.signals);

test('the same seed and day make the same year, another seed another one', () => {
  expect(planYear('meridian', FIRST_DAY)).toEqual(year);
  expect(planYear('fernhill', FIRST_DAY)).not.toEqual(year);
});

test('some 60,000 signals, all of which are accepted as they are, no day more than one request takes', () => {
  expect(signals.length).toBeGreaterThan(50_000);
  expect(signals.length).toBeLessThan(70_000);
  expect(signals.filter((signal) => Array.isArray(readSignal(signal)))).toEqual([]);
  expect(Math.max(...year.map((day) => day.signals.length))).toBeLessThanOrEqual(MAX_SIGNALS);
});

test('accounts bear names and identifiers of their own, with two levels below them and every status', () => {
  expect(new Set(accounts.map((a) => a.account)).size).toBe(accounts.length);
  const byId = new Map(accounts.map((a) => [a.account, a]));
  const level = (account: string): number => {
    const parent = byId.get(account)?.parent ?? null;
    return parent === null ? 0 : 1 + level(parent);
  };
  expect(new Set(accounts.map((a) => level(a.account)))).toEqual(new Set([0, 1, 2]));
  expect(new Set(accounts.map((a) => a.status))).toEqual(new Set(['paying', 'free', 'unknown', 'cancelled']));
});

test('an account is told of before what is below it, so that none is made by being named', () => {
  const known = new Set<string>();
  for (const signal of signals) {
    if (signal.type !== 'account') continue;
    const { parent } = (signal.attributes ?? {}) as { parent?: string };
    if (parent !== undefined) expect(known).toContain(parent);
    known.add(signal.account);
  }
  expect(known.size).toBe(accounts.length);
});

test('weekends are quiet', () => {
  const meanOf = (weekend: boolean) => {
    const days = year.slice(1).filter((_, i) => isWeekend(addDays(FIRST_DAY, i + 1)) === weekend);
    return days.reduce((sum, day) => sum + day.signals.length, 0) / days.length;
  };
  expect(meanOf(true) * 5).toBeLessThan(meanOf(false));
});

describe.each([0, 1, 2, 3, 4, 5, 6])('begun on any day of the week (%i days later)', (later) => {
  const firstDay = addDays(FIRST_DAY, later);
  const silences = silencesOf(firstDay);

  test('somebody falls silent for good on every day whose marks stand at the end, so that there is one of every age', () => {
    for (let age = 0; age < 30; age++) expect(silences).toContain(LAST_DAY - MARKED_AFTER - age);
  });

  test('an account is last heard of on the very day on which it falls silent', () => {
    const all = planFamilies('meridian', firstDay);
    const fates = planFates('meridian', firstDay, all);
    const last = new Map<string, number>();
    for (const [index, day] of planYear('meridian', firstDay).entries()) {
      for (const signal of day.signals) last.set(signal.account ?? '', index);
    }
    const late = all.filter(({ account }) => {
      const fate = fates.get(account);
      return fate?.silentFrom != null && fate.returns === null && fate.revivedOn === null && last.get(account) !== fate.silentFrom;
    });
    expect(late).toEqual([]);
  });
});

function silencesOf(firstDay: Day): number[] {
  const fates = planFates('meridian', firstDay, planFamilies('meridian', firstDay));
  return [...fates.values()].flatMap((f) => (f.silentFrom !== null && f.returns === null && f.revivedOn === null ? [f.silentFrom] : []));
}
