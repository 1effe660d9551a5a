import fc from 'fast-check';
import { plusDays } from './days.ts';
import { type AccountFocus, accountIn, type MemberFocus, memberIn } from './focus.ts';
import { about, dayIn, edit, hold, type Intent, NAMES, referenceOf, revive, runOn, save, tell } from './intent.ts';
import type { Step } from './steps.ts';
import { type Account, kindOf, type Member, membersOf, type World } from './world.ts';

type Dice = { turn: number; way: number; purged: boolean };
type FollowUp = (world: World, dice: Dice) => Iterable<Step>;

/** What could be done with what stands marked or archived just now; one of it is. */
export const followUp: fc.Arbitrary<Intent> = fc
  .record({ turn: fc.nat(20), way: fc.nat(20), purged: fc.constantFrom(true, true, false), which: fc.nat(10_000) })
  .map(({ which, ...dice }) => (world) => {
    const possible = FOLLOW_UPS.filter(([, make]) => !isEmpty(make(world, dice)));
    const weighted = possible.flatMap(([weight, make]) => Array<FollowUp>(weight).fill(make));
    return weighted[which % weighted.length]?.(world, dice) ?? [];
  });

const on =
  <D extends Dice>(focus: AccountFocus, make: (world: World, account: Account, dice: D) => Iterable<Step>) =>
  (world: World, dice: D) => {
    const account = accountIn(world, focus, dice.turn);
    return account ? make(world, account, dice) : [];
  };

const onMember = (focus: MemberFocus, make: (world: World, member: Member) => Iterable<Step>) => (world: World, dice: Dice) => {
  const member = memberIn(world, focus, dice.turn);
  return member ? make(world, member) : [];
};

/** With what went along, the rarer the more. */
const along = (make: (world: World, account: Account, dice: Dice) => Iterable<Step>): [number, FollowUp][] => [
  [2, on('along', make)],
  [3, on('along with more below', make)],
  [9, on('along over another mark', make)],
];

const FOLLOW_UPS: readonly [weight: number, FollowUp][] = [
  ...along(detach),
  ...along(holdOne),
  ...along(moveAway),
  ...along(deleteAtOnce),
  [2, on('root', (world, account, dice) => [bringBack(world, account, dice)])],
  [3, on('root', deleteAtOnce)],
  [2, on('own', holdOne)],
  [1, on('own', expireInstead)],
  [3, on('expired', (_, account) => [edit(account, { contract_status: 'paying' })])],
  [2, on('archived', lifeOfTheArchived)],
  [
    5,
    on('archived and marked', (_, account, { way }) => [way % 2 ? { do: 'restore', account: account.name } : revive(referenceOf(account))]),
  ],
  [4, onMember('marked of a marked account', (_, { account }) => [revive(referenceOf(account))])],
  [4, onMember('marked of a marked account', (_, member) => [revive(referenceOf(member))])],
  [4, onMember('marked of a marked account', switchOff)],
  [1, onMember('marked', (_, member) => [tell(about(member))])],
  [1, onMember('of a marked account', (_, member) => [revive(referenceOf(member))])],
  [2, bornAgain],
];

/** What went along comes back alone, and stays where the rest is purged. */
function* detach(world: World, account: Account, dice: Dice): Generator<Step> {
  const on = account.mark?.on ?? '';
  yield bringBack(world, account, dice);
  if (dice.purged) yield* runOn(world, plusDays(on, 30), { heard: world.accounts });
}

/** A hold on an account, or on one of its users and objects, for the next run. */
function* holdOne(world: World, account: Account, { way }: Dice): Generator<Step> {
  const member = membersOf(world, account)[way % 4];
  yield hold(referenceOf(member ?? account), dayIn(world, 1));
  yield* runOn(world, dayIn(world, 1), { heard: world.accounts });
}

/** What went along is placed elsewhere, and purged with its root. */
function* moveAway(world: World, account: Account, { way, purged }: Dice): Generator<Step> {
  const on = account.mark?.on ?? '';
  yield edit(account, { parent: NAMES[way] ?? null });
  if (purged) yield* runOn(world, plusDays(on, 30), { heard: world.accounts });
}

function* deleteAtOnce(_: World, { name, archived }: Account): Generator<Step> {
  if (!archived) yield { do: 'archive', account: name };
  yield { do: 'delete', account: name };
}

function* expireInstead(world: World, account: Account): Generator<Step> {
  yield edit(account, { contract_status: 'free' });
  yield save({ accounts: null, free_accounts: 1 });
  yield* runOn(world, dayIn(world, 1), { heard: world.accounts });
}

/** The policy of a user or object goes off; a mark of its own ends, though its account is marked. */
function* switchOff(world: World, member: Member): Generator<Step> {
  yield save({ [kindOf(member)]: null });
  yield* runOn(world, dayIn(world, 1), { heard: world.accounts });
}

/** Information for it is refused or restores it; a hold keeps it from being deleted; or it is there again. */
function* lifeOfTheArchived({ breaker }: World, account: Account, { way }: Dice): Generator<Step> {
  const { name } = account;
  if (way % 3 === 0) {
    yield tell(about(account));
    yield { do: 'restore', account: name };
  } else if (way % 3 === 1) {
    yield { do: 'safety', ...breaker, archivedBlocks: false };
    yield tell(about(account));
    yield { do: 'safety', ...breaker, archivedBlocks: true };
  } else {
    yield hold({ account: name }, null);
    yield { do: 'delete', account: name };
    yield { do: 'end-hold', reference: { account: name } };
  }
}

/** Information, or a person, revives an account. */
function bringBack(world: World, account: Account, { way }: Dice): Step {
  const member = membersOf(world, account)[way % 3];
  return way % 2 === 0 ? revive(referenceOf(account)) : tell(about(member ?? account));
}

/** Accounts come under the names of those that are gone, one below the other. */
function bornAgain(world: World, { turn }: Dice): Step[] {
  const gone = NAMES.filter((name) => world.accounts.every((account) => account.name !== name));
  const top = accountIn(world, 'active', turn)?.name ?? null;
  if (gone.length < 2) return [];
  return [tell(...gone.map((account, i) => ({ type: 'account' as const, account, attributes: { parent: gone[i - 1] ?? top } })))];
}

function isEmpty(steps: Iterable<Step>): boolean {
  return steps[Symbol.iterator]().next().done === true;
}
