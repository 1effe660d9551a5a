import { type SQL, sql } from 'drizzle-orm';
import type { DailyPlan, Members, Step } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { dueOfDay } from './due-of-day.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { keepsMembers, memberNotHeld, notHeld, stateOfDay, stepOf } from './state-of-day.ts';

export type DayCounts = { marked: Record<string, number>; purged: Record<string, number> };

/** What the plan of a day would mark (sub-accounts that go along included, as a run counts them) and purge (everything that is deleted),
 *  by kind, counted on the marks as they stand. */
export async function countDay(tx: Tx, { workspaceId, plan }: { workspaceId: string; plan: DailyPlan }): Promise<DayCounts> {
  return { marked: await countMarks(tx, workspaceId, plan.steps), purged: await countPurges(tx, workspaceId, plan.steps) };
}

async function countMarks(tx: Tx, workspaceId: string, steps: readonly Step[]): Promise<Record<string, number>> {
  const rows = await tx.execute<{ kind: string; n: number }>(
    sql`${dueOfDay(workspaceId, steps)} select kind, count(*)::int as n from due group by kind`,
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.n]));
}

async function countPurges(tx: Tx, workspaceId: string, steps: readonly Step[]): Promise<Record<string, number>> {
  const step = stepOf(steps, 'purge-accounts');
  if (!step) return {};
  const kinds = purgedMembers(steps).map((members) => leaving(workspaceId, members, step.cutoff));
  const rows = await tx.execute<{ kind: string; n: number }>(sql`${goneOfDay(workspaceId, steps, step.cutoff)}
    select 'accounts' as kind, count(*)::int as n from gone
    ${sql.join(
      kinds.map((kind) => sql`union all ${kind}`),
      sql` `,
    )}`);
  return Object.fromEntries(rows.filter((row) => row.n > 0).map((row) => [row.kind, row.n]));
}

/** The kinds of members that a plan purges, in its order. */
export function purgedMembers(steps: readonly Step[]): Members[] {
  return steps.filter((s) => s.name === 'purge-members').map(({ members }) => members);
}

/** The head of a statement, up to its CTE `gone`: the accounts that a plan purges (R11). */
export function goneOfDay(workspaceId: string, steps: readonly Step[], cutoff: Day): SQL {
  return sql`with recursive ${stateOfDay(workspaceId, steps)},
    gone as materialized (
      select a.id from ${accounts} a
      where a.workspace_id = ${workspaceId} and a.marked_on <= ${cutoff} and ${notHeld('a')} and a.id not in (select id from lifted)
    )`;
}

/** After `from`: members `m` of accounts `a` that stay, whose own revive period is over (R11). */
export function leavingAlone(workspaceId: string, members: Members, cutoff: Day): SQL {
  return sql`${memberTable(members)} m join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id and not ${keepsMembers('a')}
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and m.marked_on <= ${cutoff} and ${memberNotHeld('m')}
      and m.id not in (select id from lifted_members) and m.account_id not in (select id from gone)`;
}

/** Members of accounts that go, counted by the index that finds them, and those of others whose own revive period is over. */
function leaving(workspaceId: string, members: Members, cutoff: Day): SQL {
  const table = memberTable(members);
  return sql`select ${members.kind}::text, (
    (select count(*) from gone join ${table} m on m.workspace_id = ${workspaceId} and m.account_id = gone.id where ${ofCollection('m', members)})
    + (select count(*) from ${leavingAlone(workspaceId, members, cutoff)})
  )::int`;
}
