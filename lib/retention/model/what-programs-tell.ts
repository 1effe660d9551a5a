import fc from 'fast-check';
import { type AccountFocus, accountIn, type MemberFocus, memberIn } from './focus.ts';
import type { Signal } from './information.ts';
import { about, type Intent, NAMES } from './intent.ts';

const account = fc.constantFrom(...NAMES);
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

/** An import: accounts in a tree, more of a chain than not, with users and objects. */
export const family: fc.Arbitrary<Intent> = fc
  .tuple(fc.array(fc.nat(9), { minLength: 5, maxLength: 10 }), fc.array(users, { maxLength: 10 }), fc.array(objects, { maxLength: 6 }))
  .map(([places, ...members]) => {
    const tree = places.map((place, i): Signal => {
      const parent = NAMES[place < 7 ? i - 1 : place - 7] ?? null;
      return { type: 'account', account: NAMES[i] ?? 'a', attributes: { parent: parent === NAMES[i] ? null : parent } };
    });
    return () => [{ do: 'tell', signals: [...tree, ...members.flat()] }];
  });

/** Usage that names a user alone. */
export const loneUser: fc.Arbitrary<Intent> = user.map((name) => () => [
  { do: 'tell', signals: [{ type: 'usage', user: name, activity: 'login' }] },
]);

const turn = fc.nat(20);
const accountFocus = fc.constantFrom<AccountFocus[]>(
  'along',
  'along with more below',
  'along over another mark',
  'along over another mark',
  'root',
  'own',
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

const memberFocus = fc.constantFrom<MemberFocus[]>('marked', 'marked of a marked account', 'of a marked account', 'of what went along');

/** Something comes in for a user or an object that it makes a difference to. */
export const aboutMember: fc.Arbitrary<Intent> = fc.record({ focus: memberFocus, turn }).map(({ focus, turn }) => (world) => {
  const member = memberIn(world, focus, turn);
  return member === undefined ? [] : [{ do: 'tell', signals: [about(member)] }];
});

/** An account moves: what went along, or what is near a mark. */
export const move: fc.Arbitrary<Intent> = fc
  .record({ focus: fc.constantFrom<AccountFocus[]>('along', 'along', 'along', 'root', 'own'), turn, parent })
  .map(({ focus, turn, parent }) => (world) => {
    const name = accountIn(world, focus, turn)?.name;
    return name === undefined ? [] : [{ do: 'tell', signals: [{ type: 'account', account: name, attributes: { parent } }] }];
  });
