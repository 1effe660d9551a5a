import { type Account, below, type Member, type World } from './world.ts';

/** Which accounts are worth turning to, so that hard situations arise often. */
const FOCUS = {
  any: () => true,
  own: (_, { mark }) => mark !== null && mark.cause !== 'parent',
  expired: (_, { mark }) => mark?.cause === 'expiry',
  along: (_, { mark }) => mark?.cause === 'parent',
  'along with more below': (world, account) =>
    account.mark?.cause === 'parent' && below(world, account).some((other) => other.mark?.root === account.mark?.root),
  root: isRoot,
  'below a marked one': (_, account) => account.mark === null && account.parent?.mark != null,
  above: (world, account) => account.mark === null && below(world, account).length > 0,
  held: (_, account) => account.hold !== null,
  archived: (_, account) => account.archived,
  'archived and marked': (_, account) => account.archived && account.mark !== null,
  'archived root': (world, account) => account.archived && isRoot(world, account),
} as const satisfies Record<string, (world: World, account: Account) => boolean>;
export type AccountFocus = keyof typeof FOCUS;

const MEMBER_FOCUS = {
  any: () => true,
  marked: ({ mark }) => mark !== null,
  'marked of a marked account': ({ mark, account }) => mark !== null && account.mark !== null,
  'of a marked account': ({ mark, account }) => mark === null && account.mark !== null,
  'of what went along': ({ account }) => account.mark?.cause === 'parent',
  held: ({ hold }) => hold !== null,
} as const satisfies Record<string, (member: Member) => boolean>;
export type MemberFocus = keyof typeof MEMBER_FOCUS;

/** The first account in focus, in the order of the names from the `turn`th on; any account where none is. */
export function accountIn(world: World, focus: AccountFocus, turn: number): Account | undefined {
  const accounts = turned(world.accounts, turn, ({ name }) => name);
  return accounts.find((account) => FOCUS[focus](world, account)) ?? accounts[0];
}

/** As `accountIn`, for users and objects. */
export function memberIn(world: World, focus: MemberFocus, turn: number): Member | undefined {
  const members = turned(world.members, turn, ({ account, collection, name }) => `${account.name}/${collection ?? ''}/${name}`);
  return members.find(MEMBER_FOCUS[focus]) ?? members[0];
}

function turned<T>(list: readonly T[], turn: number, name: (item: T) => string): T[] {
  const sorted = [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  const start = sorted.length === 0 ? 0 : turn % sorted.length;
  return [...sorted.slice(start), ...sorted.slice(0, start)];
}

function isRoot({ accounts }: World, { number }: Account): boolean {
  return accounts.some(({ mark }) => mark?.root === number);
}
