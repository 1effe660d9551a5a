/**
 * The rules of retention once more, for tests: one workspace in memory, one entity at a time, in the order and the words of docs/domain.md. It shares nothing with
 * the product, so that the two can only agree by both being right. Nothing here is quick, and nothing has to be.
 */

/** `YYYY-MM-DD`, a UTC day. */
export type Day = string;
/** `YYYY-MM-DDTHH:MM:SS.mmmZ`: compared as text, the earlier one is the smaller. */
export type Instant = string;

export type Cause = 'inactivity' | 'expiry' | 'parent';
/** `root` is the number of the account that took this one along; only with cause `parent`. */
export type Mark = { cause: Cause; on: Day; root: number | null };
/** Null is a hold until a person ends it. */
type Hold = { until: Day | null };

type Entity = {
  /** Counted up, and never given twice: what is made anew under an old name is another one. */
  number: number;
  createdAt: Instant;
  lastInformation: Instant;
  /** A mark of its own; of accounts also that of what went along. */
  mark: Mark | null;
  hold: Hold | null;
};
export type Account = Entity & { name: string; status: string; parent: Account | null; archived: boolean };
/** A user (no collection), or an object of one. */
export type Member = Entity & {
  name: string;
  account: Account;
  collection: string | null;
  /** Of users: the place among all signals of the latest accepted one that named it together with its account. */
  namedAt: number;
};

/** Days of inactivity, null for Never; `inherit` only of collections. */
export type Choice = number | null | 'inherit';
export type Policy = {
  choice: Choice;
  mode: 'included' | 'late' | null;
  since: Instant | null;
  /** R29. */
  accepted: number | null;
  refused: boolean;
};

type Answer = 'allowed' | 'refused' | 'superseded';
export type Waiting = { kind: string; marks: number; active: number; answer: Answer | null };
/** By the policy's kind. */
export type Counts = Record<string, number>;
export type Run = { day: Day; waiting: Waiting[]; marked: Counts; lifted: Counts; purged: Counts };

export type World = {
  now: Instant;
  initialized: boolean;
  /** By kind: `accounts`, `users`, `free_accounts`, and each collection. */
  policies: Map<string, Policy>;
  accounts: Account[];
  members: Member[];
  runs: Run[];
  paused: { marking: boolean; purging: boolean };
  breaker: { share: number; floor: number };
  archivedBlocks: boolean;
  counted: number;
};

/** R4. "On a new workspace every kind is off but `free_accounts`", which expire after 60 days (R13). */
export function newWorld(now: Instant): World {
  const policy = (choice: Choice): Policy => ({ choice, mode: null, since: null, accepted: null, refused: false });
  return {
    now,
    initialized: false,
    policies: new Map([
      ['accounts', policy(null)],
      ['users', policy(null)],
      ['free_accounts', policy(60)],
    ]),
    accounts: [],
    members: [],
    runs: [],
    paused: { marking: false, purging: false },
    breaker: { share: 20, floor: 100 },
    archivedBlocks: true,
    counted: 0,
  };
}

/** The same world once more, with entities of its own. */
export function copyOf(world: World): World {
  const accounts = new Map(world.accounts.map((account) => [account.number, { ...account }]));
  for (const account of accounts.values()) account.parent = account.parent && (accounts.get(account.parent.number) ?? null);
  const members = world.members.map((member) => ({ ...member, account: accounts.get(member.account.number) ?? member.account }));
  const runs = world.runs.map((run) => ({ ...run, waiting: run.waiting.map((waiting) => ({ ...waiting })), marked: { ...run.marked } }));
  const policies = new Map([...world.policies].map(([kind, policy]) => [kind, { ...policy }]));
  return { ...world, policies, accounts: [...accounts.values()], members, runs };
}

export function count(world: World): number {
  world.counted += 1;
  return world.counted;
}

export function accountOf(world: World, name: string): Account | undefined {
  return world.accounts.find((account) => account.name === name);
}

export function memberOf(world: World, account: string, collection: string | null, name: string): Member | undefined {
  return world.members.find((m) => m.account.name === account && m.collection === collection && m.name === name);
}

export function membersOf(world: World, account: Account): Member[] {
  return world.members.filter((member) => member.account === account);
}

/** The accounts below one, at any depth, by the parents of this moment. */
export function below(world: World, account: Account): Account[] {
  return world.accounts.filter((other) => above(other).includes(account));
}

/** The accounts above one, the nearest first. */
export function above(account: Account): Account[] {
  return account.parent === null ? [] : [account.parent, ...above(account.parent)];
}

/** R15. "A hold on an account covers its users and objects; a hold on a user or object also keeps its account (not the account's other users)." */
export function onHold(world: World, entity: Account | Member): boolean {
  if (entity.hold !== null) return true;
  return 'account' in entity ? entity.account.hold !== null : membersOf(world, entity).some((member) => member.hold !== null);
}

/** The kind of the policy that a user or an object goes by. */
export function kindOf(member: Member): string {
  return member.collection ?? 'users';
}
