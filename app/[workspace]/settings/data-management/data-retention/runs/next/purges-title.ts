import { kindWord } from '@/components/retention/kind-name.ts';
import { formatNumber } from '@/components/ui/format.ts';

type Counted = { kind: string; n: number };

/** R11. "3 accounts, and with them 6 users and 2 opportunities"; "20 examples of 41 users". `along`: what goes with them. */
export function purgesTitle({ kind, n, shown }: Counted & { shown: number }, along: readonly Counted[]): string {
  const some = shown < n ? `${formatNumber(shown)} ${shown === 1 ? 'example' : 'examples'} of ` : '';
  const taken = list.format(along.map((each) => words(each)));
  return `${some}${words({ kind, n })}${taken && `, and with ${n === 1 ? 'it' : 'them'} ${taken}`}`;
}

function words({ kind, n }: Counted): string {
  return `${formatNumber(n)} ${kindWord(kind, n)}`;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
