import { shownOf } from '@/components/retention/kind-name.ts';

type Counted = { kind: string; n: number };

/** R11. "3 accounts, and with them 6 users and 2 opportunities"; "20 examples of 41 users". `along`: what goes with them. */
export function purgesTitle({ kind, n, shown }: Counted & { shown: number }, along: readonly Counted[]): string {
  const taken = list.format(along.map((each) => shownOf({ ...each, shown: each.n })));
  return `${shownOf({ kind, n, shown })}${taken && `, and with ${n === 1 ? 'it' : 'them'} ${taken}`}`;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
