import { dayOf, inactiveDays, plusDays } from './days.ts';
import { quotaUsed } from './marks.ts';
import { daysOf } from './policies.ts';
import { type Account, type Mark, type Member, onHold, type World } from './world.ts';

/** Everything that anybody can see of a workspace, in the words of the HTTP interface; entities come in no order. */
export function pictureOf(world: World) {
  const accounts = world.accounts.map((account) => ({
    account: account.name,
    contract_status: account.status,
    parent: account.parent?.name ?? null,
    ...standing(world, account, account.archived, account.mark, rootName(world, account)),
  }));
  const members = world.members.map((member) => ({
    ...(member.collection === null ? { user: member.name } : { object: member.name, collection: member.collection }),
    account: member.account.name,
    ...standing(world, member, member.account.archived, markOf(member), member.mark ? null : member.account.name),
  }));
  return { entities: [...accounts, ...members], quota: quotaUsed(world), policies: policiesOf(world), runs: runsOf(world) };
}

/** "A user or object of a marked account shows cause `parent`, `root` the account and the account's days, unless it has a mark of its own." */
function markOf({ mark, account }: Member): Mark | null {
  return mark ?? (account.mark && { cause: 'parent', on: account.mark.on, root: account.number });
}

function standing(world: World, entity: Account | Member, archived: boolean, mark: Mark | null, root: string | null) {
  return {
    state: mark !== null ? 'marked' : archived ? 'archived' : 'active',
    archived,
    on_hold: onHold(world, entity),
    cause: mark?.cause ?? null,
    root: mark?.cause === 'parent' ? root : null,
    marked_on: mark?.on ?? null,
    purge_on: mark && plusDays(mark.on, 30),
    inactive_days: inactiveDays(entity.lastInformation, dayOf(world.now)),
    last_information_at: entity.lastInformation,
    created_at: entity.createdAt,
  };
}

function rootName(world: World, { mark }: Account): string | null {
  return world.accounts.find((account) => account.number === mark?.root)?.name ?? null;
}

function policiesOf(world: World) {
  const { accounts, users, free_accounts, ...collections } = Object.fromEntries(world.policies);
  const clock = (kind: string) => ({ mode: world.policies.get(kind)?.mode ?? null, since: world.policies.get(kind)?.since ?? null });
  return {
    accounts: accounts?.choice,
    users: users?.choice,
    free_accounts: free_accounts?.choice,
    collections: Object.fromEntries(Object.entries(collections).map(([kind, { choice }]) => [kind, choice])),
    detail: {
      accounts: clock('accounts'),
      users: clock('users'),
      collections: Object.fromEntries(Object.keys(collections).map((kind) => [kind, clock(kind)])),
      free_accounts: { overruled: daysOf(world, 'accounts') !== null },
    },
  };
}

/** The two latest runs, the later one first: what waits in the one before is superseded. A run does what was expected of it, unless something waited. */
function runsOf(world: World) {
  return world.runs
    .slice(-2)
    .reverse()
    .map(({ day, marked, lifted, purged, waiting }) => ({
      day,
      state: waiting.some(({ answer }) => answer === null) ? 'waiting' : 'done',
      marked,
      lifted,
      purged,
      waiting: [...waiting].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
      asExpected: true,
    }));
}
