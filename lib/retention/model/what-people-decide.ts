import fc from 'fast-check';
import { plusDays, processDay } from './days.ts';
import { type AccountFocus, accountIn, type MemberFocus, memberIn } from './focus.ts';
import { type Intent, referenceOf } from './intent.ts';
import type { Reference } from './people.ts';
import { daysOf, policyOf } from './policies.ts';
import { collection, contract_status, parent } from './what-programs-tell.ts';
import type { Account, Cause, Choice, World } from './world.ts';

const turn = fc.nat(20);
const few = fc.constantFrom(1, 2, 2, 3, 5);
const kindTurn = fc.nat(4);

/** One policy: switched on, off, or to another number; a collection also to inheriting and back. */
export const policy: fc.Arbitrary<Intent> = fc
  .record({ kind: kindTurn, days: few, other: few, to: fc.nat(5), accepted: fc.option(fc.nat(4), { freq: 3 }) })
  .map(({ kind, days, to, accepted }) => (world) => {
    const name = kindIn(world, kind);
    const choice: Choice = to === 0 && !FIXED.includes(name) ? 'inherit' : to <= 2 && daysOf(world, name) !== null ? null : days;
    return [{ do: 'save', save: { choices: { [name]: choice }, ...(accepted === null ? {} : { accepted: { [name]: accepted } }) } }];
  });

/** A policy that is on goes off, and on again at once or later. */
export const offAndOn: fc.Arbitrary<Intent> = fc.record({ kind: kindTurn, days: few }).map(({ kind, days }) => (world) => {
  const name = kindIn(world, kind);
  return [
    { do: 'save', save: { choices: { [name]: null } } },
    { do: 'save', save: { choices: { [name]: days } } },
  ];
});

/** A collection goes from inheriting to a number, or back. */
export const inherit: fc.Arbitrary<Intent> = fc.record({ collection, days: few }).map(({ collection, days }) => (world) => {
  if (!world.policies.has(collection)) return [];
  const choice = policyOf(world, collection).choice === 'inherit' ? days : ('inherit' as const);
  return [{ do: 'save', save: { choices: { [collection]: choice } } }];
});

/** Several kinds in one save. */
export const policies: fc.Arbitrary<Intent> = fc
  .record({
    accounts: fc.option(few, { freq: 6 }),
    users: fc.option(few, { freq: 2 }),
    free_accounts: fc.constantFrom<Choice[]>(null, 1, 3, 14),
    collections: fc.constantFrom<Choice[]>('inherit', 'inherit', null, 2, 4),
  })
  .map(({ collections, ...fixed }) => (world) => {
    const own = [...world.policies.keys()].filter((kind) => !FIXED.includes(kind));
    return [{ do: 'save', save: { choices: { ...fixed, ...Object.fromEntries(own.map((kind) => [kind, collections])) } } }];
  });

export const unknownPolicy: fc.Arbitrary<Intent> = fc.constant(() => [{ do: 'save', save: { choices: { accounts: 1, nothing: 1 } } }]);

export const define: fc.Arbitrary<Intent> = collection.map((collection) => () => [{ do: 'define', collection }]);

type EntityFocus = { of: 'account'; focus: AccountFocus } | { of: 'member'; focus: MemberFocus };
const onAccount = fc
  .constantFrom<AccountFocus[]>('any', 'along', 'along with more below', 'along over another mark', 'own', 'root', 'below a marked one')
  .map((focus): EntityFocus => ({ of: 'account', focus }));
const onMember = fc
  .constantFrom<MemberFocus[]>('any', 'marked', 'marked of a marked account', 'of a marked account', 'of what went along')
  .map((focus): EntityFocus => ({ of: 'member', focus }));
const onEntity = fc.oneof(onAccount, onMember);

export const hold: fc.Arbitrary<Intent> = fc
  .record({ on: onEntity, turn, until: fc.option(fc.integer({ min: -1, max: 3 }), { freq: 3 }) })
  .map(({ on, turn, until }) => (world) => {
    const reference = referenceIn(world, on, turn);
    const day = until === null ? null : plusDays(processDay(world.now), until);
    return reference === undefined ? [] : [{ do: 'hold', reference, until: day }];
  });

export const endHold: fc.Arbitrary<Intent> = fc
  .record({ turn, missing: fc.nat(9), on: onEntity })
  .map(({ turn, missing, on }) => (world) => {
    const held = [...world.accounts, ...world.members].filter(({ hold }) => hold !== null);
    const entity = held[turn % held.length];
    const reference = missing === 0 ? referenceIn(world, on, turn) : entity && referenceOf(entity);
    return reference === undefined ? [] : [{ do: 'end-hold', reference }];
  });

const onArchived = fc.constantFrom<AccountFocus[]>('archived', 'archived and marked');

export const archive: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<AccountFocus[]>('any', 'active', 'own', 'along'), turn })
  .map(
    ({ focus, turn }) =>
      (world) =>
        onName(accountIn(world, focus, turn), (account) => [{ do: 'archive', account }]),
  );

export const restore: fc.Arbitrary<Intent> = fc.record({ focus: onArchived, turn }).map(
  ({ focus, turn }) =>
    (world) =>
      onName(accountIn(world, focus, turn), (account) => [{ do: 'restore', account }]),
);

/** Deletes an account at once, in most cases after it was archived. */
export const deleteAtOnce: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<AccountFocus[]>('root', 'root', 'along with more below', 'archived', 'any'), turn, first: fc.nat(4) })
  .map(({ focus, turn, first }) => (world) => {
    const account = accountIn(world, focus, turn);
    if (!account) return [];
    const { name, archived } = account;
    return [...(archived || first === 0 ? [] : [{ do: 'archive' as const, account: name }]), { do: 'delete', account: name }];
  });

export const editStatus: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<AccountFocus[]>('expired', 'expired', 'expired', 'own', 'any'), turn, contract_status })
  .map(
    ({ focus, turn, contract_status }) =>
      (world) =>
        onName(accountIn(world, focus, turn), (account) => [{ do: 'edit', account, patch: { contract_status } }]),
  );

export const editParent: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<AccountFocus[]>('any', 'along', 'along', 'root'), turn, parent })
  .map(
    ({ focus, turn, parent }) =>
      (world) =>
        onName(accountIn(world, focus, turn), (account) => [{ do: 'edit', account, patch: { parent } }]),
  );

/** A person's revive of one entity, or of a few of a kind. */
export const revive: fc.Arbitrary<Intent> = fc
  .record({ on: onEntity, turns: fc.array(turn, { minLength: 1, maxLength: 3 }) })
  .map(({ on, turns }) => (world) => {
    const all = turns.flatMap((turn) => referenceIn(world, on, turn) ?? []);
    const kind = ({ collection, member }: Reference) =>
      member === undefined ? 'accounts' : collection === undefined ? 'users' : 'objects';
    const first = all[0];
    if (!first) return [];
    const references = [...new Map(all.filter((r) => kind(r) === kind(first)).map((r) => [JSON.stringify(r), r])).values()];
    return [{ do: 'revive', references }];
  });

/** A person's revive of all that a filter finds. */
export const reviveFound: fc.Arbitrary<Intent> = fc
  .record({
    kind: fc.constantFrom('accounts', 'users', 'objects', 'free_accounts', 'deals'),
    cause: fc.constantFrom<(Cause | undefined)[]>(undefined, undefined, 'inactivity', 'expiry', 'parent'),
    days: fc.option(fc.nat(31)),
  })
  .map(({ kind, cause, days }) => (world) => {
    if (kind === 'deals' && !world.policies.has(kind)) return [];
    const filter = {
      kind,
      ...(cause === undefined ? {} : { cause }),
      ...(days === null ? {} : { purgeBefore: plusDays(processDay(world.now), days) }),
    };
    return [{ do: 'revive-found', filter }];
  });

export const pause: fc.Arbitrary<Intent> = fc
  .record({ marking: fc.nat(2), purging: fc.nat(2) })
  .map(({ marking, purging }) => ({ paused }) => [
    { do: 'pause', marking: marking === 0 && !paused.marking, purging: purging === 0 && !paused.purging },
  ]);

export const safety: fc.Arbitrary<Intent> = fc
  .record({ share: fc.constantFrom(1, 20, 50), floor: fc.constantFrom(100, 100, 1, 1, 2, 3), archivedBlocks: fc.boolean() })
  .map((limits) => () => [{ do: 'safety', ...limits }]);

const FIXED = ['accounts', 'users', 'free_accounts'];

function kindIn(world: World, turn: number): string {
  const kinds = [...world.policies.keys()];
  return kinds[turn % kinds.length] ?? 'accounts';
}

function onName<T>(account: Account | undefined, make: (name: string) => T[]): T[] {
  return account ? make(account.name) : [];
}

function referenceIn(world: World, on: EntityFocus, turn: number): Reference | undefined {
  const entity = on.of === 'account' ? accountIn(world, on.focus, turn) : memberIn(world, on.focus, turn);
  return entity && referenceOf(entity);
}
