import { sql } from 'drizzle-orm';
import type { DailyPlan, Step } from '#lib/retention/rules/plan.ts';
import type { Tx } from '../client.ts';
import { accounts, collections, objects, users } from '../schema/entities.ts';
import { dueOfDay } from './due-of-day.ts';

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
  const step = steps.find((s) => s.name === 'purge-accounts');
  if (!step) return {};
  const leaving = (table: typeof users | typeof objects) => sql`(
    select m.id, ${table === objects ? sql`m.collection_id` : sql`null::uuid`} as collection_id from gone
      join ${table} m on m.workspace_id = ${workspaceId} and m.account_id = gone.id
    union
    select m.id, ${table === objects ? sql`m.collection_id` : sql`null::uuid`} from ${table} m
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id and not a.held
    where m.workspace_id = ${workspaceId} and m.marked_on <= ${step.cutoff} and m.holds = 0
  )`;
  const rows = await tx.execute<{ kind: string; n: number }>(sql`
    with gone as materialized (
      select a.id from ${accounts} a where a.workspace_id = ${workspaceId} and a.marked_on <= ${step.cutoff} and a.holds = 0
    )
    select 'accounts' as kind, count(*)::int as n from gone
    union all
    select 'users', count(*)::int from ${leaving(users)} member
    union all
    select c.name, count(*)::int from ${leaving(objects)} member
      join ${collections} c on c.workspace_id = ${workspaceId} and c.id = member.collection_id group by c.name`);
  return Object.fromEntries(rows.filter((row) => row.n > 0).map((row) => [row.kind, row.n]));
}
