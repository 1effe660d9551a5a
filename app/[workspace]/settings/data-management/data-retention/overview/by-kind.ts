import { byKind, kindWord } from '@/components/retention/kind-name.ts';
import { formatNumber } from '@/components/ui/format.ts';

export type ByKind = Readonly<Record<string, number>>;

/** "1,204 accounts, 1,118 users, 322 opportunities": those that are none are left out. */
export function byKindWords(counts: ByKind): string {
  const some = Object.entries(counts).filter(([, n]) => n > 0);
  return some
    .sort(([a], [b]) => byKind(a, b))
    .map(([kind, n]) => `${formatNumber(n)} ${kindWord(kind, n)}`)
    .join(', ');
}

export function totalOf(counts: ByKind): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}
