import fc from 'fast-check';
import { plusDays } from './days.ts';
import { accountIn, memberIn } from './focus.ts';
import { about, COLLECTIONS, dayIn, hold, type Intent, referenceOf, revive, runOn, save, tell } from './intent.ts';
import { daysOf, policyOf } from './policies.ts';
import { hearLater, isBlocked, silence, switchOn } from './scenes.ts';
import { kindOf, memberOf } from './world.ts';

/** Longer scenes, each with one of several ends. */
const turn = fc.nat(20);
const way = fc.nat(20);
const others = { silent: [], chunkRows: 5000 };

/** A user or object is marked, and then its account: the account comes back without it, the mark of the one ends below that of the other, or it is purged first. */
export const ofOneMarkedTwice: fc.Arbitrary<Intent> = fc.record({ turn, way }).map(
  ({ turn, way }) =>
    function* (world) {
      const member = memberIn(world, 'active', turn);
      if (!member || isBlocked(world, member.account)) return;
      yield* switchOn(world, kindOf(member), 1);
      yield* hearLater(world, member);
      yield* silence(world, daysOf(world, kindOf(member)) ?? 1, member, others);
      const on = member.mark?.on;
      yield* switchOn(world, 'accounts', 1);
      yield* hearLater(world, member.account);
      yield* silence(world, daysOf(world, 'accounts') ?? 1, member.account, others);
      if (way % 5 === 0) yield revive(referenceOf(member.account));
      if (way % 5 === 1) yield tell(about(member.account));
      if (way % 5 === 2) yield save({ [kindOf(member)]: null });
      if (way % 5 === 2) yield* runOn(world, dayIn(world, 1), { heard: world.accounts });
      if (way % 5 === 4) yield revive(referenceOf(member));
      if (way % 5 === 3 && on !== undefined) yield* runOn(world, plusDays(on, 30), { heard: world.accounts });
    },
);

/** A collection is defined while the account policy is late, and an object of it is marked that no update came for. */
export const ofANewCollection: fc.Arbitrary<Intent> = turn.map(
  (turn) =>
    function* (world) {
      const collection = COLLECTIONS.find((name) => !world.policies.has(name));
      const account = accountIn(world, 'active', turn);
      if (collection === undefined || !account || isBlocked(world, account)) return;
      if (policyOf(world, 'accounts').mode !== 'late') yield save({ accounts: null });
      yield* switchOn(world, 'accounts', 2);
      if (policyOf(world, 'accounts').mode !== 'late') return;
      yield { do: 'define', collection };
      yield tell({ type: 'object', account: account.name, collection, object: 'o' });
      const object = memberOf(world, account.name, collection, 'o');
      if (object) yield* silence(world, daysOf(world, collection) ?? 2, object, others);
    },
);

/** An account is archived; it may be marked then. Information is refused or restores it, a person restores or revives it, or a hold keeps it from being deleted. */
export const ofTheArchived: fc.Arbitrary<Intent> = fc.record({ turn, way, marked: fc.boolean() }).map(
  ({ turn, way, marked }) =>
    function* (world) {
      const account = accountIn(world, 'active', turn);
      if (!account || account.archived) return;
      if (marked) yield* switchOn(world, 'accounts', 1);
      if (marked) yield* hearLater(world, account);
      yield { do: 'archive', account: account.name };
      if (marked) yield* silence(world, daysOf(world, 'accounts') ?? 1, account, others);
      if (way % 5 === 0) yield tell(about(account));
      if (way % 5 === 1) yield { do: 'safety', ...world.breaker, archivedBlocks: false };
      if (way % 5 === 1) yield tell(about(account));
      if (way % 5 === 1) yield { do: 'safety', ...world.breaker, archivedBlocks: true };
      if (way % 5 === 2) yield revive(referenceOf(account));
      if (way % 5 === 3) yield hold(referenceOf(account), dayIn(world, 2));
      if (way % 5 === 3) yield { do: 'delete', account: account.name };
      if (way % 5 !== 1) yield { do: 'restore', account: account.name };
    },
);
