import type { getForecast } from '#lib/retention/get-forecast.ts';
import type { previewPolicies } from '#lib/retention/preview-policies.ts';
import type { PreviewWeek } from '#lib/retention/preview-week.ts';
import { pays } from '#lib/retention/rules/lifecycle.ts';
import { isAccountKind } from '#lib/retention/rules/policy.ts';
import type { EffectName, SaveEffect } from './save-effects.ts';

export type PoliciesPreview = Awaited<ReturnType<typeof previewPolicies>>;
export type Forecast = Awaited<ReturnType<typeof getForecast>>;
export type KindEffect = PoliciesPreview['kinds'][string];
export type StatusRow = KindEffect['statuses'][number];

/** What was counted of a save before it is made. */
export type Counted = { proposed: PoliciesPreview; present: PoliciesPreview; week: PreviewWeek };

/** A save in sums, over the kinds that it changes. */
export type EffectSums = {
  marks: number;
  presentMarks: number;
  lifted: number;
  users: number;
  objects: number;
  paying: number;
  /** Of those that pay, the ones that only go along with a parent. */
  payingAlong: number;
  value: number;
  payingValue: number;
};

export function effectSums({ proposed, present }: Omit<Counted, 'week'>, effects: readonly SaveEffect[]): EffectSums {
  const kinds = effects.flatMap(({ kind }) => proposed.kinds[kind] ?? []);
  const statuses = statusRows(proposed, effects);
  const paying = statuses.filter(({ status }) => pays(status));
  return {
    marks: sum(kinds.map(marksOf)),
    presentMarks: sum(effects.map(({ kind }) => marksOf(present.kinds[kind]))),
    lifted: sum(Object.values(proposed.kinds).map(({ lifted }) => lifted)),
    users: sum(kinds.map((kind) => kind.with.users)),
    objects: sum(kinds.map((kind) => kind.with.objects)),
    paying: sum(paying.map(({ own, along }) => own + along)),
    payingAlong: sum(paying.map(({ along }) => along)),
    value: sum(statuses.map(({ contract_value }) => contract_value)),
    payingValue: sum(paying.map(({ contract_value }) => contract_value)),
  };
}

/** Marked accounts by contract status; empty where the save does not change what happens to accounts. */
export function statusRows({ kinds }: PoliciesPreview, effects: readonly SaveEffect[]): StatusRow[] {
  return effects.filter(({ kind }) => isAccountKind(kind)).flatMap(({ kind }) => kinds[kind]?.statuses ?? []);
}

/** Marks of a kind as a run counts them: sub-accounts that go along are marks. */
export function marksOf(kind: KindEffect | undefined): number {
  return kind === undefined ? 0 : kind.due + kind.with.sub_accounts;
}

/** Why a number has to be typed before the save, and which one. `week`: nothing is marked at once, but within seven days. */
export type Typed = { number: number; week: boolean; trips: string[]; paying: number; activeSubAccounts: number };

/** R29. Above the breaker's limits, or where accounts that pay or active sub-accounts fall due within seven days, the number has to be typed. Null: nothing has to be. */
export function typedNumber({ proposed, week }: Counted, effects: readonly SaveEffect[]): Typed | null {
  const marking = effects.filter(({ name }) => BRINGS_MARKS[name]);
  const trips = marking.filter(({ kind }) => proposed.kinds[kind]?.trips_breaker).map(({ kind }) => kind);
  const accounts = marking.some(({ kind }) => isAccountKind(kind));
  const { paying, active_sub_accounts } = accounts ? week : { paying: 0, active_sub_accounts: 0 };
  if (trips.length === 0 && paying === 0 && active_sub_accounts === 0) return null;
  const now = sum(marking.map(({ kind }) => marksOf(proposed.kinds[kind])));
  return { number: now || week.marks, week: now === 0, trips, paying, activeSubAccounts: active_sub_accounts };
}

/** R29. The peaks that a save accepts, as they were shown: where the number was typed, and where a kind is switched on, whose first marks come later. */
export function acceptedPeaks(shown: PoliciesPreview, effects: readonly SaveEffect[], typed: boolean): Record<string, number> {
  const accepting = effects.filter(({ name }) => (typed ? BRINGS_MARKS[name] : STARTS.includes(name)));
  const peaks = accepting.map(({ kind }): [string, number] => [kind, peakOf(shown.kinds[kind])?.marks ?? marksOf(shown.kinds[kind])]);
  return Object.fromEntries(peaks.filter(([, marks]) => marks > 0));
}

/** The largest day of a kind in the forecast or, beyond it, the first with marks; null while the forecast is still counted. */
export function peakOf(kind: KindEffect | undefined): { day: string; marks: number } | null {
  return kind !== undefined && 'peak' in kind ? kind.peak : null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const STARTS: readonly EffectName[] = ['included', 'late'];
const BRINGS_MARKS: Record<EffectName, boolean> = {
  included: true,
  late: true,
  expiry: true,
  shorter: true,
  'in-force-again': true,
  off: false,
  longer: false,
  overruled: false,
};
