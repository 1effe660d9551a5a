import { type SQL, sql } from 'drizzle-orm';
import type { Members, Step } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { estimateRows, type Total } from '../count-rows.ts';
import { accounts } from '../schema/entities.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { isOpen, isOpenMember, stateOfDay } from './state-of-day.ts';

/** Active accounts, or members of a kind; archived ones are not counted. With `silentBy`, only those last heard of on that day or before it. `statuses` keeps
 *  accounts to these. Counted exactly up to `upTo`. */
type ActiveOf = { members: Members | null; silentBy?: Day; statuses?: readonly string[]; upTo: number };

/** What is active after a plan's lifts and before its marks (R29), for each of `questions`. Where all of them together are expected to find no more than `inAll`, each is
 *  counted exactly to there. Beyond its `upTo`, the database's estimate: to count all of a million takes a second. */
export async function countActive(
  tx: Tx,
  {
    workspaceId,
    steps,
    questions: all,
    inAll,
  }: { workspaceId: string; steps: readonly Step[]; questions: readonly ActiveOf[]; inAll: number },
): Promise<Total[]> {
  if (all.length === 0) return [];
  const questions = await reachingFurther(tx, { workspaceId, all, inAll });
  const counts = questions.map((asked) => sql`(select count(*) from (${activeRows(workspaceId, asked)} limit ${asked.upTo + 1}) counted)`);
  const [row] = await tx.execute<{ counts: number[] }>(
    sql`with recursive ${stateOfDay(workspaceId, steps)} select json_build_array(${sql.join(counts, sql`, `)}) as counts`,
  );
  const totals: Total[] = [];
  for (const [i, asked] of questions.entries()) {
    const counted = row?.counts[i] ?? 0;
    if (counted <= asked.upTo) totals.push({ total: counted, about: false });
    else totals.push({ total: Math.max(counted, await estimateRows(tx, storedRows(workspaceId, asked))), about: true });
  }
  return totals;
}

/** The same questions, each with a greater `upTo` where they expect little together. */
async function reachingFurther(
  tx: Tx,
  { workspaceId, all, inAll }: { workspaceId: string; all: readonly ActiveOf[]; inAll: number },
): Promise<readonly ActiveOf[]> {
  let expected = 0;
  for (const asked of all) {
    expected += await estimateRows(tx, storedRows(workspaceId, asked));
    if (expected > inAll) return all;
  }
  return all.map((asked) => ({ ...asked, upTo: Math.max(asked.upTo, inAll) }));
}

/** Those of a day are read where they are found soonest: the silent ones by the due index, which leaves out what is on hold, and these and the lifted ones by themselves. */
function activeRows(workspaceId: string, asked: ActiveOf): SQL {
  const { members, silentBy } = asked;
  const t = members === null ? 'a' : 'm';
  const open = { account: isOpen('a'), member: isOpenMember('m') };
  if (silentBy === undefined) return rowsOf(workspaceId, asked, open, sql`true`);
  const silent = sql`${sql.raw(t)}.last_information_day <= ${silentBy}`;
  const parts = [
    sql`${sql.raw(t)}.marked_on is null and ${sql.raw(t)}.holds = 0 and ${sql.raw(t)}.indexed_information_day <= ${silentBy}`,
    sql`${sql.raw(t)}.marked_on is null and ${sql.raw(t)}.holds > 0`,
    sql`${sql.raw(t)}.marked_on is not null and ${sql.raw(t)}.id = any(array(select id from ${sql.raw(members === null ? 'lifted' : 'lifted_members')}))`,
  ];
  return sql.join(
    parts.map((part) => rowsOf(workspaceId, asked, members === null ? { account: part, member: part } : { ...open, member: part }, silent)),
    sql` union all `,
  );
}

/** For an estimate: two conditions on days that belong together would be taken for independent ones. Lifts are few, and left out. */
function storedRows(workspaceId: string, asked: ActiveOf): SQL {
  const { members, silentBy } = asked;
  const silent = silentBy === undefined ? sql`true` : sql`${sql.raw(members === null ? 'a' : 'm')}.last_information_day <= ${silentBy}`;
  return rowsOf(workspaceId, asked, { account: sql`a.marked_on is null`, member: sql`m.marked_on is null` }, silent);
}

function rowsOf(workspaceId: string, { members, statuses }: ActiveOf, open: { account: SQL; member: SQL }, silent: SQL): SQL {
  const account = sql`a.workspace_id = ${workspaceId} and ${open.account} and a.archived_at is null`;
  if (members === null) {
    const among = statuses === undefined ? sql`true` : sql`a.contract_status = any(${sql.param([...statuses])}::text[])`;
    return sql`select 1 from ${accounts} a where ${account} and ${among} and ${silent}`;
  }
  return sql`select 1 from ${memberTable(members)} m join ${accounts} a on a.id = m.account_id and ${account}
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and ${open.member} and ${silent}`;
}
