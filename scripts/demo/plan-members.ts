import { personName } from './names.ts';
import type { DemoAccount, Size } from './plan-families.ts';
import type { Random } from './random.ts';
import { DEALS, EDITIONS, JOBS } from './words.ts';

/** From which of an account's contacts on something of it is told, and from which on no more. */
type Span = { from: number; until: number };

export type DemoUser = Span & { user: string; name: string; title: string };
export type DemoLicense = Span & { object: string; name: string; seats: number };
export type DemoDeal = Span & { object: string; name: string; amount: number; won: boolean };
export type Members = { users: readonly DemoUser[]; licenses: readonly DemoLicense[]; deals: readonly DemoDeal[] };

/** The users, licenses and opportunities of an account that will be heard of `contacts` times. `number` is its own, and makes theirs. */
export function planMembers(random: Random, account: DemoAccount, number: number, contacts: number): Members {
  return {
    users: Array.from({ length: random.whole(...USERS[account.size]) }, (_, i) =>
      user(random, account, 10_000 + number * 9 + i, i, contacts),
    ),
    licenses: account.value ? licenses(random, account, number, contacts) : [],
    deals: deals(random, account, number, contacts),
  };
}

const USERS: Record<Size, [number, number]> = { small: [1, 2], middle: [1, 4], large: [4, 9] };
const LEAVING_SHARE = 0.3;

/** The first one is there from the beginning and stays; of the others some come later and some leave. */
function user(random: Random, { joins }: DemoAccount, number: number, place: number, contacts: number): DemoUser {
  const told = { user: `u-${number}`, name: personName(random), title: random.pick(JOBS) };
  const from = place === 0 || (joins === 0 && random.chance(0.7)) ? 0 : random.whole(1, Math.max(1, Math.floor(contacts / 2)));
  const leaves = place > 0 && random.chance(LEAVING_SHARE);
  return { ...told, from, until: leaves ? random.whole(from, Math.max(from, contacts - 1)) : Number.POSITIVE_INFINITY };
}

const LAPSING_SHARE = 0.3;

function licenses(random: Random, { size }: DemoAccount, number: number, contacts: number): DemoLicense[] {
  const count = size === 'large' ? random.whole(1, 3) : 1;
  return Array.from({ length: count }, (_, i) => {
    const seats = { small: 5, middle: 25, large: 120 }[size] * random.whole(1, 4);
    const until = random.chance(LAPSING_SHARE) ? random.whole(0, contacts) : Number.POSITIVE_INFINITY;
    const edition = EDITIONS[i === 0 ? Math.min(2, random.whole(0, 2)) : 2 + i] ?? 'Business';
    return { object: `lic-${1000 + number}-${i + 1}`, name: `${edition}, ${seats} seats`, seats, from: 0, until };
  });
}

/** Contacts between the first talk about an opportunity and its end, at most. */
const DEAL_CONTACTS = 14;

function deals(random: Random, { size, value }: DemoAccount, number: number, contacts: number): DemoDeal[] {
  const count = random.whole(0, { small: 1, middle: 1, large: 3 }[size]);
  return Array.from({ length: count }, (_, i) => {
    const from = random.whole(0, Math.max(0, contacts - 1));
    const amount = Math.round(((value || 2000) * (0.2 + random.fraction())) / 100) * 100;
    const told = { object: `opp-${2000 + number}-${i + 1}`, name: random.pick(DEALS), amount, won: random.chance(0.55) };
    return { ...told, from, until: from + random.whole(3, DEAL_CONTACTS) };
  });
}
