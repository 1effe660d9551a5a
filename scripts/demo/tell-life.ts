import type { z } from 'zod';
import type { SignalSchema } from '#lib/ingest/rules/signal.ts';
import type { Day } from '#lib/time.ts';
import { contactDays } from './contact-days.ts';
import type { DemoAccount, Size } from './plan-families.ts';
import type { Fate } from './plan-fates.ts';
import { type DemoDeal, type DemoLicense, type DemoUser, type Members, planMembers } from './plan-members.ts';
import { type Random, randomFrom } from './random.ts';
import { DOINGS, STAGES, TALKS, TASKS } from './words.ts';

export type DemoSignal = z.input<typeof SignalSchema>;
export type Told = { day: number; signals: DemoSignal[] };
type Contact = { random: Random; account: DemoAccount; members: Members; place: number };

export const COLLECTIONS = { deals: 'opportunities', licenses: 'licenses' } as const;

/** Everything that is ever told of one account: at most contacts one signal, at the first also who and what belongs to it. */
export function tellLife(seed: string, firstDay: Day, account: DemoAccount, fate: Fate, number: number): Told[] {
  const random = randomFrom(`${seed} ${account.account}`);
  const days = contactDays(random, firstDay, account, fate);
  const members = planMembers(random, account, number, days.length);
  return days.map((day, place) => {
    const contact = { random, account, members, place };
    if (place === 0) return { day, signals: introduce(contact) };
    const before = days[place - 1] ?? 0;
    if (fate.cancels !== null && fate.cancels <= day && fate.cancels > before) return { day, signals: [cancel(account)] };
    // Back after a silence, perhaps after it was purged: it says again what it is.
    if (fate.silentFrom !== null && before === fate.silentFrom) return { day, signals: [snapshot(contact)] };
    return { day, signals: tell(contact) };
  });
}

function introduce(contact: Contact): DemoSignal[] {
  const { account, members } = contact;
  const there = <T extends { from: number }>(list: readonly T[]) => list.filter(({ from }) => from === 0);
  return [
    snapshot(contact),
    ...there(members.users).map((user) => userSignal(account, user)),
    ...there(members.licenses).map((license) => licenseSignal(contact, license)),
    ...there(members.deals).map((deal) => dealSignal(contact, deal)),
  ];
}

/** One contact: who is new, and what has to be refreshed, or what people did. */
function tell(contact: Contact): DemoSignal[] {
  const { account, members, place } = contact;
  const arrived = members.users.filter(({ from }) => from === place).map((user) => userSignal(account, user));
  return [...arrived, happening(contact)];
}

function happening(contact: Contact): DemoSignal {
  const { random, account, members, place } = contact;
  const license = members.licenses.find(
    ({ until, object }) => place <= until && place % LICENSE_CONTACTS[account.size] === Number(object.at(-1)),
  );
  if (license) return licenseSignal(contact, license);
  const deal = members.deals.find(({ from, until }) => place >= from && place <= until && (place - from) % 3 === 0);
  if (deal) return dealSignal(contact, deal);
  return random.weighted(ORDINARY)(contact);
}

/** Every so many contacts a license is told of again: about every six weeks. */
const LICENSE_CONTACTS: Record<Size, number> = { small: 4, middle: 6, large: 12 };

const ORDINARY: readonly (readonly [(contact: Contact) => DemoSignal, number])[] = [
  [usage, 88],
  [touchpoint, 4],
  [task, 5],
  [snapshot, 3],
];

/** What is known of an account: seats grow with time. Its place and status are told at first only: both change by other signals. */
function snapshot({ account, place }: Contact): DemoSignal {
  const { name, parent, industry, region, size, status, value, owner, seats } = account;
  const known = {
    name,
    ...(value === null ? {} : { contract_value: value }),
    industry,
    region,
    size,
    owner,
    seats: seats + Math.floor(place / 8),
  };
  const first = { ...(parent === null ? {} : { parent }), ...(status === 'unknown' ? {} : { contract_status: status }) };
  return { type: 'account', account: account.account, attributes: place === 0 ? { ...known, ...first } : known };
}

function cancel({ account }: DemoAccount): DemoSignal {
  return { type: 'account', account, attributes: { contract_status: 'cancelled' } };
}

function userSignal({ account }: DemoAccount, { user, name, title }: DemoUser): DemoSignal {
  return { type: 'user', account, user, attributes: { name, title } };
}

function licenseSignal({ random, account }: Contact, { object, name, seats }: DemoLicense): DemoSignal {
  const attributes = { name, seats, seats_used: Math.round(seats * (0.4 + 0.6 * random.fraction())) };
  return { type: 'object', account: account.account, collection: COLLECTIONS.licenses, object, attributes };
}

function dealSignal({ account, place }: Contact, { object, name, amount, from, until, won }: DemoDeal): DemoSignal {
  const ended = place + 3 > until;
  const stage = ended ? (won ? 'Won' : 'Lost') : STAGES[Math.min(STAGES.length - 1, Math.floor((place - from) / 3))];
  return { type: 'object', account: account.account, collection: COLLECTIONS.deals, object, attributes: { name, amount, stage } };
}

function usage(contact: Contact): DemoSignal {
  const { random, account } = contact;
  const most = { small: 12, middle: 40, large: 160 }[account.size];
  const person = someone(contact);
  return { type: 'usage', account: account.account, ...person, ...random.weighted(DOINGS), count: random.whole(1, most) };
}

function touchpoint(contact: Contact): DemoSignal {
  const { random, account } = contact;
  const { user } = someone(contact);
  return { type: 'touchpoint', account: account.account, ...(user ? { users: [user] } : {}), subject: random.pick(TALKS) };
}

function task({ random, account, place }: Contact): DemoSignal {
  const status = random.pick(['created', 'completed'] as const);
  return { type: 'task', account: account.account, task: `task-${place}`, status, title: random.pick(TASKS) };
}

/** A user who is there at this contact; they take turns, more or less. */
function someone({ random, members, place }: Contact): { user?: string } {
  const there = members.users.filter(({ from, until }) => from <= place && place <= until);
  const user = there[(place + random.whole(0, 1)) % there.length];
  return user ? { user: user.user } : {};
}
