import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { createCollection } from '#lib/entities/create-collection.ts';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import { addDays, type Day } from '#lib/time.ts';
import { transaction } from '../client.ts';
import { testAccounts, testMembers } from './entities.ts';
import { type TestWorkspace, testWorkspace } from './workspaces.ts';

/** The clock of random workspaces stands here; the next daily process is that of the day after. */
export const RANDOM_NOW = '2026-07-04T09:00:00Z';
const TODAY = '2026-07-04' as Day;

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(TODAY, -n));
/** Standing marks of every age, those that the next run purges included. */
const mark = fc.option(day(0, 33), { freq: 2 });
const silence = day(0, 20).map((d) => `${d}T08:00:00Z`);
const days = fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4 });

const policy = fc.record({
  days,
  mode: fc.constantFrom('included', 'late'),
  since: day(0, 20).map((d) => `${d}T08:00:00Z`),
});
/** What is done with a policy just before the day: nothing, or a save of other days. */
const change = fc.option(fc.option(fc.integer({ min: 1, max: 12 }), { freq: 3 }), { nil: undefined, freq: 2 });

export const randomWorkspace = fc.record({
  accounts: fc.array(
    fc.record({
      at: silence,
      age: fc.integer({ min: 0, max: 3 }),
      status: fc.constantFrom('free', 'unknown', 'paying', 'cancelled'),
      parent: fc.nat(),
      markedOn: mark,
      cause: fc.constantFrom('inactivity' as const, 'expiry' as const, 'parent' as const),
      archived: fc.boolean(),
      hold: fc.option(fc.option(day(-3, 3), { freq: 2 }), { nil: undefined, freq: 1 }),
    }),
    { minLength: 4, maxLength: 12, size: 'max' },
  ),
  members: fc.array(
    fc.record({
      account: fc.nat(),
      object: fc.boolean(),
      at: silence,
      markedOn: mark,
      hold: fc.option(fc.option(day(-3, 3)), { nil: undefined, freq: 1 }),
    }),
    { maxLength: 12, size: 'max' },
  ),
  accountPolicy: policy,
  userPolicy: policy,
  dealPolicy: policy,
  dealInherits: fc.boolean(),
  freeDays: days,
  changes: fc.record({ accounts: change, users: change, free_accounts: change }),
});
type RandomWorkspace = typeof randomWorkspace extends fc.Arbitrary<infer T> ? T : never;

/** Writes a random workspace as rows: states that a history may reach, and some that none would, which the engine has to agree with itself about all the same. */
export async function writeRandomWorkspace(random: RandomWorkspace): Promise<TestWorkspace> {
  const workspace = await testWorkspace(RANDOM_NOW, 'Random');
  const { workspaceId, ctx } = workspace;
  await createCollection(ctx, { collection: 'deals' });
  await testAccounts(
    workspaceId,
    random.accounts.map((account, i) => accountRow(random.accounts, account, i)),
  );
  await testMembers(
    workspaceId,
    random.members.map(({ account, object, at, markedOn }, i) => ({
      account: `a${account % random.accounts.length}`,
      member: `m${i}`,
      at,
      ...(object ? { collection: 'deals' } : {}),
      ...(markedOn === null ? {} : { markedOn }),
    })),
  );
  await writePolicies(workspaceId, random);
  await writeHolds(workspaceId, random);
  return workspace;
}

type RandomAccount = RandomWorkspace['accounts'][number];

/** The account above, where there is one; those above come first. */
function aboveOf({ parent }: RandomAccount, i: number): number | null {
  return i > 0 && parent % 3 > 0 ? parent % i : null;
}

function accountRow(accounts: readonly RandomAccount[], account: RandomAccount, i: number) {
  const { at, age, status, archived } = account;
  const above = aboveOf(account, i);
  return {
    account: `a${i}`,
    at,
    createdAt: `${addDays(at.slice(0, 10) as Day, -age)}T08:00:00Z`,
    status,
    ...(above === null ? {} : { parent: `a${above}` }),
    ...markOf(accounts, i),
    ...(archived ? { archivedAt: RANDOM_NOW } : {}),
  };
}

/** A mark of an own cause, or the one of the account above, which took this one along. */
function markOf(accounts: readonly RandomAccount[], i: number): { markedOn?: Day; cause?: MarkCause; root?: string } {
  const account = accounts[i];
  if (!account) return {};
  const { markedOn, cause } = account;
  const above = aboveOf(account, i);
  const root = above === null ? {} : markOf(accounts, above);
  if (cause === 'parent' && root.cause === 'inactivity' && root.markedOn) return { markedOn: root.markedOn, cause, root: `a${above}` };
  return markedOn === null ? {} : { markedOn, cause: cause === 'parent' ? 'inactivity' : cause };
}

async function writePolicies(workspaceId: string, random: RandomWorkspace): Promise<void> {
  const { accountPolicy, userPolicy, dealPolicy, dealInherits, freeDays } = random;
  const write = (kind: string, { days, mode, since }: RandomWorkspace['userPolicy'], inherits = false) => {
    const effective = inherits ? accountPolicy.days : days;
    return sql`update policies set days = ${inherits ? null : days}, inherits = ${inherits}, mode = ${effective === null ? null : mode},
      since = ${effective === null ? null : since} where workspace_id = ${workspaceId} and kind = ${kind}`;
  };
  await transaction(workspaceId, async (tx) => {
    await tx.execute(write('accounts', accountPolicy));
    await tx.execute(write('users', userPolicy));
    await tx.execute(write('deals', dealPolicy, dealInherits));
    await tx.execute(sql`update policies set days = ${freeDays} where workspace_id = ${workspaceId} and kind = 'free_accounts'`);
    await tx.execute(sql`update workspaces set initialized_at = '2026-06-01Z', breaker_floor = 1000000 where id = ${workspaceId}`);
  });
}

async function writeHolds(workspaceId: string, random: RandomWorkspace): Promise<void> {
  const put = (kind: string, table: string, name: string, until: Day | null) => sql`
    insert into holds (workspace_id, kind, entity_id, account_id, reason, until, by, since)
    select ${workspaceId}, ${kind}, e.id, ${sql.raw(table === 'accounts' ? 'e.id' : 'e.account_id')}, 'kept', ${until}, 'command line', ${RANDOM_NOW}
    from ${sql.raw(table)} e where e.workspace_id = ${workspaceId} and e.external_id = ${name}`;
  await transaction(workspaceId, async (tx) => {
    for (const [i, { hold }] of random.accounts.entries())
      if (hold !== undefined) await tx.execute(put('accounts', 'accounts', `a${i}`, hold));
    for (const [i, { hold, object }] of random.members.entries())
      if (hold !== undefined) await tx.execute(put(object ? 'objects' : 'users', object ? 'objects' : 'users', `m${i}`, hold));
    await tx.execute(sql`update accounts a set holds = n.n, held = n.own from (select account_id, count(*)::int as n, bool_or(kind = 'accounts') as own from holds
      where workspace_id = ${workspaceId} group by account_id) n where a.workspace_id = ${workspaceId} and a.id = n.account_id`);
    for (const table of ['users', 'objects'])
      await tx.execute(sql`update ${sql.raw(table)} m set holds = 1 where m.workspace_id = ${workspaceId}
        and m.id in (select entity_id from holds where workspace_id = ${workspaceId} and kind = ${table})`);
  });
}
