import { kindName, kindWord, shownOf } from '@/components/retention/kind-name.ts';
import { count, formatDay, formatNumber, formatShare } from '@/components/ui/format.ts';
import { acceptedPeaks, type Counted, type KindEffect, marksOf, type PoliciesPreview, peakOf, type Typed } from './effect-numbers.ts';
import type { SaveEffect } from './save-effects.ts';

/** R10. "46 users, 10 objects, 1 account"; of one that goes along itself, also with whom. */
export function alongWords({ root, goes_along }: Pick<KindEffect['sample'][number], 'root' | 'goes_along'>): string {
  const { users = 0, objects = 0, sub_accounts = 0 } = goes_along ?? {};
  const takes = [
    users > 0 ? count(users, 'user') : '',
    objects > 0 ? count(objects, 'object') : '',
    sub_accounts > 0 ? count(sub_accounts, 'account') : '',
  ].filter(Boolean);
  if (root === null) return takes.join(', ') || 'Nothing';
  return takes.length > 0 ? `${takes.join(', ')}; goes with ${root}` : `Goes with ${root}`;
}

/** "20 examples of 41 users, the highest contract values first". */
export function examplesTitle(kind: string, shown: number, n: number): string {
  return `${shownOf({ kind, n, shown })}${n > 1 ? ', the highest contract values first' : ''}`;
}

/** Why a number has to be typed: in a few words, and with the numbers. */
export function typedReason({ trips, paying, activeSubAccounts }: Typed, { proposed }: Counted): { title: string; text: string } {
  const reasons = [
    trips.length > 0 ? 'this is above the breaker' : '',
    paying > 0 ? `${count(paying, 'paying account')} ${paying === 1 ? 'falls' : 'fall'} due within 7 days` : '',
    activeSubAccounts > 0
      ? `${count(activeSubAccounts, 'active sub-account')} ${activeSubAccounts === 1 ? 'goes' : 'go'} along within 7 days`
      : '',
  ].filter(Boolean);
  const said = reasons.join(', and ');
  const shares = trips.map((kind) => {
    const { active = 0, share = 0 } = proposed.kinds[kind] ?? {};
    return `${formatNumber(marksOf(proposed.kinds[kind]))} is ${formatShare(share)} of ${formatNumber(active)} active ${kindWord(kind, active)} (R29).`;
  });
  return { title: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`, text: shares.join(' ') };
}

/** R29. What the save allows in advance. */
export function acceptWords(shown: PoliciesPreview, effects: readonly SaveEffect[], typed: boolean): string {
  const peaks = Object.entries(acceptedPeaks(shown, effects, typed));
  if (peaks.length === 0) return '';
  const said = peaks.map(([kind, marks]) => {
    const day = peakOf(shown.kinds[kind])?.day ?? shown.day;
    return `${kindName(kind)} ${formatNumber(marks)} on ${formatDay(day, { year: false })}`;
  });
  return `It allows the largest day shown in advance: ${said.join(', ')}; more than 110 % of that waits for a person (R29).`;
}
