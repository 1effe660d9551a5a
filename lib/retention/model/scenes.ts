import fc from 'fast-check';
import { dayOf, later, plusDays } from './days.ts';
import { type AccountFocus, accountIn, type MemberFocus, memberIn } from './focus.ts';
import type { Signal } from './information.ts';
import { about, dayIn, edit, hold, type Intent, NAMES, runOn, save, tell, tellAt } from './intent.ts';
import { countedDays, daysOf, expires, policyOf } from './policies.ts';
import type { Step } from './steps.ts';
import { type Account, accountOf, below, kindOf, type Member, type World } from './world.ts';

/** Scenes: a few steps with one end in view, where chance alone would hardly ever come to it. */
const turn = fc.nat(20);
const days = fc.constantFrom(1, 2, 3);
const chunkRows = fc.constantFrom(5000, 5000, 5000, 5000, 1, 3);
const seldom = fc.nat(4).map((n) => n === 0);
/** Which of the others are silent too. */
const silent = fc.oneof(fc.constant<string[]>([]), fc.subarray(NAMES, { maxLength: 2 }));

const toMark = fc.constantFrom<AccountFocus[]>(
  'active',
  'active, with more below',
  'active, with more below',
  'active, with more below',
  'active, over a mark over an active one',
  'active, over an expired one',
  'active, with a marked user or object',
  'active, with a marked user or object',
);

/** One account falls silent and is marked for it, while others are heard of; it may be archived before, and one below it on hold. */
export const markAccount: fc.Arbitrary<Intent> = fc
  .record({ focus: toMark, turn, days, silent, chunkRows, switches: seldom, archives: seldom, holds: seldom })
  .map(
    ({ focus, turn, days, switches, archives, holds, ...others }) =>
      function* (world) {
        const account = accountIn(world, focus, turn);
        if (!account || isBlocked(world, account) || (daysOf(world, 'accounts') === null && !switches)) return;
        yield* switchOn(world, 'accounts', days);
        yield* hearLater(world, account);
        if (archives && !account.archived) yield { do: 'archive', account: account.name };
        const kept = below(world, account)[0];
        if (holds && kept) yield hold({ account: kept.name }, dayIn(world, 5));
        yield* silence(world, daysOf(world, 'accounts') ?? days, account, others);
      },
  );

/** One user or object falls silent and is marked for it, unless its account is on hold. */
export const markMember: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<MemberFocus[]>('active', 'active', 'any'), turn, days, silent, chunkRows, holds: seldom })
  .map(
    ({ focus, turn, days, holds, ...others }) =>
      function* (world) {
        const member = memberIn(world, focus, turn);
        if (!member || isBlocked(world, member.account)) return;
        yield* switchOn(world, kindOf(member), days);
        yield* hearLater(world, member);
        if (holds) yield hold({ account: member.account.name }, dayIn(world, 5));
        yield* silence(world, daysOf(world, kindOf(member)) ?? days, member, others);
      },
  );

/** One free account expires. */
export const expire: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<AccountFocus[]>('active', 'active, with more below'), turn, days, silent, chunkRows, switches: seldom })
  .map(
    ({ focus, turn, days, switches, ...others }) =>
      function* (world) {
        const account = accountIn(world, focus, turn);
        if (!account || (daysOf(world, 'accounts') !== null && !switches)) return;
        if (daysOf(world, 'accounts') !== null) yield save({ accounts: null });
        if ((daysOf(world, 'free_accounts') ?? 60) > 5) yield save({ free_accounts: days });
        if (!expires(account)) yield edit(account, { contract_status: 'free' });
        yield* silence(world, daysOf(world, 'free_accounts') ?? days, account, others);
      },
  );

const chain = fc.shuffledSubarray(NAMES, { minLength: 4, maxLength: 4 });

/** Of four accounts, one below the other, the third is marked with the fourth, the fourth comes back alone, and the first is marked: the fourth goes along through
 *  the third's older mark. */
export const throughAnOlderMark: fc.Arbitrary<Intent> = fc.record({ chain, days, chunkRows }).map(
  ({ chain, days, chunkRows }) =>
    function* (world) {
      if (daysOf(world, 'accounts') === null) return;
      yield tell(...chain.map((account, i): Signal => ({ type: 'account', account, attributes: { parent: chain[i - 1] ?? null } })));
      const [first, , third, fourth] = chain.map((name) => accountOf(world, name));
      if (!first || !third || !fourth || isBlocked(world, fourth)) return;
      yield* switchOn(world, 'accounts', days);
      yield* hearLater(world, third);
      yield* silence(world, daysOf(world, 'accounts') ?? days, third, { silent: [], chunkRows });
      yield tell(about(fourth));
      yield* hearLater(world, first);
      yield* silence(world, daysOf(world, 'accounts') ?? days, first, { silent: [], chunkRows });
    },
);

/** A free account below another expires; then, before a run, the account policy is switched on, and the one above is marked for inactivity. */
export const expiredGoesAlong: fc.Arbitrary<Intent> = fc.record({ chain, days, chunkRows }).map(
  ({ chain, days, chunkRows }) =>
    function* (world) {
      const [upper = 'a', lower = 'b'] = chain;
      yield save({ accounts: null, free_accounts: days });
      yield tell(
        { type: 'account', account: upper },
        { type: 'account', account: lower, attributes: { parent: upper, contract_status: 'free' } },
      );
      const [above, expired] = [accountOf(world, upper), accountOf(world, lower)];
      if (!above || !expired || isBlocked(world, above)) return;
      yield* silence(world, days, expired, { silent: [], chunkRows });
      yield save({ accounts: days });
      yield* hearLater(world, above);
      yield* silence(world, days, above, { silent: [], chunkRows });
    },
);

export function* switchOn(world: World, kind: string, days: number): Generator<Step> {
  if (daysOf(world, kind) === null || policyOf(world, kind).refused) yield save({ [kind]: days });
}

/** Where a late policy still waits for an update of it, one comes, a moment later than all that was. */
export function* hearLater(world: World, entity: Account | Member): Generator<Step> {
  if (countedDays(world, entity, dayIn(world, 1000)) !== null) return;
  yield tellAt(new Date(Date.parse(world.now) + 1).toISOString(), about(entity));
}

type Others = { silent: readonly string[]; chunkRows: number };

/** Days go by until `entity` has been silent for long enough; the others are heard of, and the daily process runs. */
export function silence(world: World, days: number, entity: Account | Member, { silent, chunkRows }: Others): Generator<Step> {
  const day = later(plusDays(dayOf(entity.lastInformation), days + 1), dayIn(world, 1));
  const heard = world.accounts.filter((account) => account !== entity && !silent.includes(account.name));
  return runOn(world, day, { heard, silent: entity, chunkRows });
}

export function isBlocked(world: World, { archived }: Account): boolean {
  return archived && world.archivedBlocks;
}
