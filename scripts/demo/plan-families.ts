import { addDays, type Day } from '#lib/time.ts';
import { isWeekend, LAST_DAY, season } from './calendar.ts';
import { type Company, city, company, identifier, region } from './names.ts';
import { type Random, randomFrom } from './random.ts';
import { GROUPS, OWNERS } from './words.ts';

export type Size = 'small' | 'middle' | 'large';
export type Status = 'paying' | 'free' | 'unknown' | 'cancelled';

export type DemoAccount = {
  account: string;
  name: string;
  /** The account above; it stands earlier in the list. */
  parent: string | null;
  industry: string;
  region: string;
  size: Size;
  status: Status;
  value: number | null;
  /** Who looks after it, and how many seats it has at first. */
  owner: string;
  seats: number;
  /** The day of the plan on which it is first heard of. */
  joins: number;
};

/** Accounts there on the first day, and those that come in the year after it. */
const BEGIN_WITH = 1000;
const COME = 1500;
/** Of the roots, groups with sub-accounts; of these, those with something below them again. */
const GROUP_SHARE = 0.09;
const DEEPER_SHARE = 0.3;

/** Every account that the demo ever hears of, families together, parents before what is below them. */
export function planFamilies(seed: string, firstDay: Day): DemoAccount[] {
  const random = randomFrom(`${seed} families`);
  const joins = joinDays(random, firstDay);
  const taken = new Set<string>();
  const accounts: DemoAccount[] = [];
  for (let next = 0; next < joins.length; next = accounts.length) {
    accounts.push(
      ...family(random, taken)
        .slice(0, joins.length - next)
        .map((member, i) => ({ ...member, joins: joins[next + i] ?? 0 })),
    );
  }
  return accounts;
}

type Member = Omit<DemoAccount, 'joins'>;

function family(random: Random, taken: Set<string>): Member[] {
  const of = newCompany(random, taken);
  if (!random.chance(GROUP_SHARE)) return [member(random, taken, of, `${of.stem} ${of.ending}`, null, region(random))];
  const root = member(random, taken, of, `${of.stem} ${random.pick(GROUPS)}`, null, region(random));
  const members = [root];
  const regions = new Set(Array.from({ length: random.whole(2, 6) }, () => region(random)));
  for (const ofRegion of regions) {
    const sub = member(random, taken, of, `${of.stem} ${ofRegion}`, root.account, ofRegion);
    members.push(sub);
    const cities = random.chance(DEEPER_SHARE) ? new Set(Array.from({ length: random.whole(1, 3) }, () => city(random, ofRegion))) : [];
    for (const ofCity of cities) members.push(member(random, taken, of, `${of.stem} ${ofCity}`, sub.account, ofRegion));
  }
  return members;
}

/** One whose stem no other family bears. */
function newCompany(random: Random, taken: Set<string>): Company {
  for (;;) {
    const made = company(random);
    if (taken.has(made.stem)) continue;
    taken.add(made.stem);
    return made;
  }
}

function member(random: Random, taken: Set<string>, { industry }: Company, name: string, parent: string | null, ofRegion: string): Member {
  let account = identifier(name);
  for (let n = 2; taken.has(account); n++) account = `${identifier(name)}-${n}`;
  taken.add(account);
  const size = parent === null ? random.weighted(SIZES) : random.pick(['small', 'middle'] as const);
  const status = random.weighted(parent === null ? STATUSES[size] : SUB_STATUSES);
  const value = contractValue(random, size, status);
  const seats = SEATS[size] * random.whole(1, 4);
  return { account, name, parent, industry, region: ofRegion, size, status, value, owner: random.pick(OWNERS), seats };
}

const SEATS: Record<Size, number> = { small: 5, middle: 25, large: 120 };
const SIZES: [Size, number][] = [
  ['small', 58],
  ['middle', 33],
  ['large', 9],
];
const STATUSES: Record<Size, [Status, number][]> = {
  small: [
    ['free', 46],
    ['paying', 32],
    ['unknown', 19],
    ['cancelled', 3],
  ],
  middle: [
    ['paying', 68],
    ['free', 20],
    ['unknown', 9],
    ['cancelled', 3],
  ],
  large: [
    ['paying', 94],
    ['cancelled', 3],
    ['unknown', 3],
  ],
};
const SUB_STATUSES: [Status, number][] = [
  ['paying', 60],
  ['unknown', 28],
  ['free', 12],
];

const BASE_VALUE: Record<Size, number> = { small: 1200, middle: 8000, large: 40_000 };

/** Most near the base of the size, a few far above it; without a currency, as contract values are. */
function contractValue(random: Random, size: Size, status: Status): number | null {
  if (status === 'unknown') return null;
  if (status === 'free') return 0;
  return Math.round((BASE_VALUE[size] * Math.exp((random.fraction() + random.fraction() - 0.7) * 1.1)) / 100) * 100;
}

/** The day of each arrival, earliest first: growing over the year, seldom at weekends. */
function joinDays(random: Random, firstDay: Day): number[] {
  const weights = Array.from({ length: LAST_DAY }, (_, i) => {
    const day = addDays(firstDay, i + 1);
    return [i + 1, (isWeekend(day) ? 0.12 : 1) * season(day) * (1 + (0.4 * i) / LAST_DAY)] as const;
  });
  const later = Array.from({ length: COME }, () => random.weighted(weights));
  return [...Array.from({ length: BEGIN_WITH }, () => 0), ...later.sort((a, b) => a - b)];
}
