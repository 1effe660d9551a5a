import { type Account, above, below, type Member, onHold, type World } from './world.ts';

/** Which accounts are worth turning to, so that hard situations arise often. */
const FOCUS = {
  any: () => true,
  active: (world, account) => account.mark === null && !onHold(world, account),
  own: (_, { mark }) => mark !== null && mark.cause !== 'parent',
  expired: (_, { mark }) => mark?.cause === 'expiry',
  along: (_, { mark }) => mark?.cause === 'parent',
  'along with more below': (world, account) => isAlong(account) && sameRoot(world, account).length > 0,
  'along over another mark': (world, account) =>
    isAlong(account) &&
    sameRoot(world, account).some((other) =>
      above(other).some((x) => x.mark?.root !== account.mark?.root && below(world, account).includes(x)),
    ),
  root: (world, { number }) => world.accounts.some(({ mark }) => mark?.root === number),
  'below a marked one': (_, account) => account.mark === null && above(account).some(({ mark }) => mark !== null),
  'active, with more below': (world, account) => account.mark === null && !onHold(world, account) && below(world, account).length > 0,
  'active, over a mark over an active one': (world, account) =>
    account.mark === null && below(world, account).some((other) => other.mark === null && other.parent?.mark != null),
  'active, over an expired one': (world, account) =>
    account.mark === null && below(world, account).some(({ mark }) => mark?.cause === 'expiry'),
  'active, with a marked user or object': (world, account) =>
    account.mark === null && !onHold(world, account) && world.members.some((member) => member.account === account && member.mark !== null),
  archived: (_, account) => account.archived,
  'archived and marked': (_, account) => account.archived && account.mark !== null,
} as const satisfies Record<string, (world: World, account: Account) => boolean>;
export type AccountFocus = keyof typeof FOCUS;

const MEMBER_FOCUS = {
  any: () => true,
  active: ({ mark, account }) => mark === null && account.mark === null,
  marked: ({ mark }) => mark !== null,
  'marked of a marked account': ({ mark, account }) => mark !== null && account.mark !== null,
  'of a marked account': ({ mark, account }) => mark === null && account.mark !== null,
  'of what went along': ({ account }) => isAlong(account),
} as const satisfies Record<string, (member: Member) => boolean>;
export type MemberFocus = keyof typeof MEMBER_FOCUS;

/** The first account in focus, in the order of the names from the `turn`th on. */
export function accountIn(world: World, focus: AccountFocus, turn: number): Account | undefined {
  return turned(world.accounts, turn, ({ name }) => name).find((account) => FOCUS[focus](world, account));
}

/** As `accountIn`, for users and objects. */
export function memberIn(world: World, focus: MemberFocus, turn: number): Member | undefined {
  const name = ({ account, collection, name }: Member) => `${account.name}/${collection ?? ''}/${name}`;
  return turned(world.members, turn, name).find(MEMBER_FOCUS[focus]);
}

function isAlong({ mark }: Account): boolean {
  return mark?.cause === 'parent';
}

function sameRoot(world: World, account: Account): Account[] {
  return below(world, account).filter((other) => isAlong(other) && other.mark?.root === account.mark?.root);
}

function turned<T>(list: readonly T[], turn: number, name: (item: T) => string): T[] {
  const sorted = [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  const start = sorted.length === 0 ? 0 : turn % sorted.length;
  return [...sorted.slice(start), ...sorted.slice(0, start)];
}
