import { addDays, type Day } from '#lib/time.ts';
import { isWeekend, LAST_DAY } from './calendar.ts';
import type { DemoAccount } from './plan-families.ts';
import { type Random, randomFrom } from './random.ts';

/** What becomes of an account. All days are days of the plan. */
export type Fate = {
  /** The last day it is heard of before it falls silent; null for one that never does. */
  silentFrom: number | null;
  /** It comes back by itself on this day. */
  returns: number | null;
  /** A person revives it on this day. */
  revivedOn: number | null;
  /** The end of its contract is told on this day. */
  cancels: number | null;
};

export const ACCOUNT_DAYS = 90;
/** R9. Silent from day `s`, an account is marked on day `s + MARKED_AFTER`. */
export const MARKED_AFTER = ACCOUNT_DAYS + 1;

/** Told of on the first day and never again. */
const NEVER_USED = 22;
/** How long an account is there at least before it falls silent. */
const SETTLED = 21;

/** Who falls silent, and when: some on every day of the year, weekends too, so that at its end there are marks of every age. */
export function planFates(seed: string, firstDay: Day, accounts: readonly DemoAccount[]): Map<string, Fate> {
  const random = randomFrom(`${seed} fates`);
  const fates = new Map(accounts.map(({ account }): [string, Fate] => [account, { ...LASTING }]));
  const below = childrenOf(accounts);
  const draw = lottery(random, accounts);
  for (let day = 0; day < LAST_DAY - 2; day++) {
    const wanted = day === 0 ? NEVER_USED : isWeekend(addDays(firstDay, day)) ? 1 : random.whole(2, 3);
    for (let i = 0; i < wanted; i++) {
      const first = i === 0;
      const account = draw(
        (a) => (a.joins === 0 || a.joins + SETTLED <= day) && fates.get(a.account)?.silentFrom === null && (a.parent === null || !first),
      );
      if (!account) break;
      fates.set(account.account, silence(random, account, day, !first));
      fade(random, below, fates, account.account, day);
    }
  }
  return fates;
}

const LASTING: Fate = { silentFrom: null, returns: null, revivedOn: null, cancels: null };

/** One that falls silent on `day`; the first of each day, which no parent can take along, stays so. */
function silence(random: Random, { joins, status }: DemoAccount, day: number, mayReturn: boolean): Fate {
  const cancels = status === 'paying' && random.chance(0.4) ? Math.max(joins + 1, day - random.whole(3, 40)) : null;
  const fate = { ...LASTING, silentFrom: day, cancels: cancels !== null && cancels < day ? cancels : null };
  if (!mayReturn) return fate;
  const turn = random.weighted([
    ['stays', 74],
    ['returns early', 8],
    ['returns marked', 9],
    ['is revived', 9],
  ] as const);
  const on = {
    stays: 0,
    'returns early': random.whole(25, 85),
    'returns marked': random.whole(93, 119),
    'is revived': random.whole(93, 117),
  }[turn];
  if (on === 0 || day + on >= LAST_DAY) return fate;
  return turn === 'is revived' ? { ...fate, revivedOn: day + on } : { ...fate, returns: day + on };
}

/** Sub-accounts often follow the account above them within weeks, so that they are still active when its mark takes them along (R10). */
function fade(random: Random, below: Map<string, DemoAccount[]>, fates: Map<string, Fate>, account: string, day: number): void {
  for (const sub of below.get(account) ?? []) {
    const silentFrom = Math.max(day, sub.joins) + random.whole(3, 50);
    if (fates.get(sub.account)?.silentFrom !== null || silentFrom >= LAST_DAY || random.chance(0.25)) continue;
    fates.set(sub.account, { ...LASTING, silentFrom });
    fade(random, below, fates, sub.account, day);
  }
}

function childrenOf(accounts: readonly DemoAccount[]): Map<string, DemoAccount[]> {
  const below = new Map<string, DemoAccount[]>();
  for (const account of accounts) {
    if (account.parent !== null) below.set(account.parent, [...(below.get(account.parent) ?? []), account]);
  }
  return below;
}

/** Free accounts leave more often than paying ones, and those whose contract has ended most of all. */
const LEAVING = { paying: 1, free: 2.5, unknown: 2.5, cancelled: 6 };

function lottery(random: Random, accounts: readonly DemoAccount[]): (fits: (account: DemoAccount) => boolean) => DemoAccount | null {
  const tickets = accounts.map((account) => [account, LEAVING[account.status]] as const);
  return (fits) => {
    const chosen = tickets.filter(([account]) => fits(account));
    return chosen.length === 0 ? null : random.weighted(chosen);
  };
}
