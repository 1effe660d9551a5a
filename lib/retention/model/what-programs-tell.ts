import fc from 'fast-check';
import { type AccountFocus, accountIn, type MemberFocus, memberIn } from './focus.ts';
import type { Signal } from './information.ts';
import { isCollection } from './information.ts';
import type { Intent } from './intent.ts';
import { type Member, membersOf, type World } from './world.ts';

export const account = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const user = fc.constantFrom('u', 'v', 'w');
const object = fc.constantFrom('o', 'p');
export const collection = fc.constantFrom('deals', 'sites');
export const parent = fc.option(account, { freq: 5 });
export const contract_status = fc.constantFrom<(string | null)[]>('free', ' Paying ', 'CANCELLED', 'Unknown', 'trial', ' ', null);
const activity = fc.constant('login');
const is = <T extends Signal['type']>(type: T) => fc.constant(type);

const tree = fc.record({ type: is('account'), account, attributes: fc.record({ parent }) });
const users = fc.record({ type: is('user'), account, user });
const objects = fc.record({ type: is('object'), account, collection, object });
const others: fc.Arbitrary<Signal> = fc.oneof(
  fc.record({ type: is('account'), account }),
  fc.record({ type: is('account'), account, attributes: fc.record({ contract_status }) }),
  fc.record({ type: is('usage'), account, user, activity }),
  fc.record({ type: is('usage'), user, activity }),
  fc.record({ type: is('touchpoint'), account, users: fc.array(user, { maxLength: 2 }) }),
  fc.record({ type: is('task'), account, task: fc.constant('t'), status: fc.constantFrom('created', 'completed') }),
);
const signal: fc.Arbitrary<Signal> = fc.oneof(tree, users, objects, others, others);

/** A request about anything, known or not. */
export const anything: fc.Arbitrary<Intent> = fc
  .array(signal, { minLength: 1, maxLength: 4 })
  .map((signals) => () => [{ do: 'tell', signals }]);

/** An import: accounts in a tree, with users and objects. */
export const family: fc.Arbitrary<Intent> = fc
  .tuple(fc.array(tree, { minLength: 2, maxLength: 7 }), fc.array(users, { maxLength: 5 }), fc.array(objects, { maxLength: 4 }))
  .map((parts) => {
    const signals = parts.flat() as Signal[];
    return () => [{ do: 'tell', signals }];
  });

/** Usage that names a user alone. */
export const loneUser: fc.Arbitrary<Intent> = user.map((name) => () => [
  { do: 'tell', signals: [{ type: 'usage', user: name, activity: 'login' }] },
]);

const turn = fc.nat(20);
const accountFocus = fc.constantFrom<AccountFocus[]>(
  'along',
  'along',
  'along with more below',
  'along with more below',
  'root',
  'own',
  'below a marked one',
  'above',
  'archived',
  'archived',
  'archived and marked',
);

/** Something comes in for an account that it makes a difference to. */
export const aboutAccount: fc.Arbitrary<Intent> = fc
  .record({ focus: accountFocus, turn, type: fc.constantFrom('account', 'usage', 'task') })
  .map(({ focus, turn, type }) => (world) => {
    const name = accountIn(world, focus, turn)?.name;
    if (name === undefined) return [];
    if (type === 'account') return [{ do: 'tell', signals: [{ type, account: name }] }];
    if (type === 'usage') return [{ do: 'tell', signals: [{ type, account: name, activity: 'login' }] }];
    return [{ do: 'tell', signals: [{ type: 'task', account: name, task: 't', status: 'created' }] }];
  });

const memberFocus = fc.constantFrom<MemberFocus[]>('any', 'marked', 'of a marked account', 'of what went along');

/** Something comes in for a user or an object that it makes a difference to. */
export const aboutMember: fc.Arbitrary<Intent> = fc.record({ focus: memberFocus, turn }).map(({ focus, turn }) => (world) => {
  const member = memberIn(world, focus, turn);
  return member === undefined ? [] : [{ do: 'tell', signals: [signalAbout(member)] }];
});

/** An account moves: what went along, or what is near a mark. */
export const move: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<AccountFocus[]>('along', 'root', 'own', 'any'), turn, parent })
  .map(({ focus, turn, parent }) => (world) => {
    const name = accountIn(world, focus, turn)?.name;
    return name === undefined ? [] : [{ do: 'tell', signals: [{ type: 'account', account: name, attributes: { parent } }] }];
  });

/** The day's traffic of some accounts and all their users: those that are marked stay silent. */
export function traffic(world: World, names: readonly string[]): Signal[] {
  const active = world.accounts.filter(({ name, mark, archived }) => names.includes(name) && mark === null && !archived);
  const members = active.flatMap((account) => membersOf(world, account)).filter(({ mark }) => mark === null);
  return [
    ...active.map(({ name }) => ({ type: 'usage' as const, account: name, activity: 'login' })),
    ...members.filter((m) => m.collection === null || isCollection(world, m.collection)).map(signalAbout),
  ];
}

function signalAbout({ account, collection, name }: Member): Signal {
  if (collection === null) return { type: 'user', account: account.name, user: name };
  return { type: 'object', account: account.name, collection, object: name };
}
