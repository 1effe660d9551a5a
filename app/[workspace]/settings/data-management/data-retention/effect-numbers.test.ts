import { describe, expect, it } from 'vitest';
import { acceptedPeaks, type Counted, effectSums, type KindEffect, typedNumber } from './effect-numbers.ts';
import type { EffectName, SaveEffect } from './save-effects.ts';

const nothing: KindEffect = {
  due: 0,
  with: { users: 0, objects: 0, sub_accounts: 0, active_sub_accounts: 0 },
  active: 0,
  share: 0,
  lifted: 0,
  about: false,
  silent: 0,
  trips_breaker: false,
  by_status: {},
  statuses: [],
  sample: [],
};
const kind = (more: Partial<KindEffect & { peak: { day: string; marks: number } }>): KindEffect => ({ ...nothing, ...more }) as KindEffect;
const effect = (name: EffectName, of = 'accounts'): SaveEffect => ({
  kind: of,
  name,
  from: 180,
  to: 90,
  follows: false,
  firstMarks: null,
  firstGone: null,
});
const counted = (kinds: Record<string, KindEffect>, week: Counted['week'] = { marks: 0, paying: 0, active_sub_accounts: 0 }): Counted => ({
  proposed: { kinds } as Counted['proposed'],
  present: { kinds: {} } as Counted['present'],
  week,
});

describe('the number that has to be typed before a save (R29)', () => {
  it('is that of the marks, where a changed kind is above the limits of the breaker', () => {
    const above = counted({ accounts: kind({ due: 987, with: { ...nothing.with, sub_accounts: 61 }, trips_breaker: true }) });
    expect(typedNumber(above, [effect('shorter')])).toMatchObject({ number: 1048, week: false, trips: ['accounts'] });
  });
  it('is not asked for what the save does not change, nor for what marks less than before', () => {
    const kinds = { accounts: kind({ due: 5, trips_breaker: true }), users: kind({ due: 300, trips_breaker: true }) };
    const week = { marks: 9, paying: 9, active_sub_accounts: 9 };
    expect(typedNumber(counted(kinds, week), [effect('shorter', 'opportunities')])).toBeNull();
    expect(typedNumber(counted(kinds, week), [effect('longer')])).toBeNull();
    expect(typedNumber(counted(kinds, week), [effect('off')])).toBeNull();
  });
  it('is asked for one paying account, or one active sub-account, within seven days', () => {
    const kinds = { accounts: kind({}) };
    expect(typedNumber(counted(kinds, { marks: 4, paying: 1, active_sub_accounts: 0 }), [effect('shorter')])).toMatchObject({
      number: 4,
      week: true,
    });
    expect(typedNumber(counted(kinds, { marks: 4, paying: 0, active_sub_accounts: 1 }), [effect('shorter')])).toMatchObject({
      number: 4,
      week: true,
    });
    expect(typedNumber(counted(kinds, { marks: 4, paying: 0, active_sub_accounts: 0 }), [effect('shorter')])).toBeNull();
  });
});

describe('what a save accepts (R29)', () => {
  const shown = { kinds: { accounts: kind({ due: 10, peak: { day: '2026-08-30', marks: 40 } }) } } as unknown as Counted['proposed'];
  it('is the peak that was shown, where the number was typed', () => {
    expect(acceptedPeaks(shown, [effect('shorter')], true)).toEqual({ accounts: 40 });
    expect(acceptedPeaks(shown, [effect('shorter')], false)).toEqual({});
  });
  it('is the first day with marks, where a kind is switched on and no number is asked for', () => {
    expect(acceptedPeaks(shown, [effect('included')], false)).toEqual({ accounts: 40 });
  });
  it('is what the next daily process marks, while the days to come are not counted', () => {
    expect(acceptedPeaks({ kinds: { accounts: kind({ due: 10 }) } } as unknown as Counted['proposed'], [effect('shorter')], true)).toEqual({
      accounts: 10,
    });
  });
});

describe('the numbers of a save', () => {
  const statuses = [
    { status: 'free', own: 9, along: 0, contract_value: 0 },
    { status: 'gold', own: 1, along: 2, contract_value: 500 },
    { status: 'cancelled', own: 3, along: 0, contract_value: 80 },
  ];
  const accounts = kind({ due: 13, with: { users: 7, objects: 2, sub_accounts: 2, active_sub_accounts: 1 }, statuses });
  it('count a status that is none of the four among those that pay', () => {
    expect(effectSums(counted({ accounts }), [effect('shorter')])).toMatchObject({
      marks: 15,
      users: 7,
      objects: 2,
      paying: 3,
      payingAlong: 2,
      value: 580,
      payingValue: 500,
    });
  });
});
