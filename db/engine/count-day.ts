import { type SQL, sql } from 'drizzle-orm';
import type { DailyPlan, Step } from '#lib/retention/rules/plan.ts';
import type { Tx } from '../client.ts';
import { accounts, collections, objects, users } from '../schema/entities.ts';
import { isDue } from './chunk.ts';
import { memberTable, ofCollection } from './mark-members.ts';

export type DayCounts = { marked: Record<string, number>; purged: Record<string, number> };

/** What the plan of a day would mark (sub-accounts that go along included, as a run counts them) and purge (everything that is deleted),
 *  by kind, counted on the marks as they stand. */
export async function countDay(tx: Tx, { workspaceId, plan }: { workspaceId: string; plan: DailyPlan }): Promise<DayCounts> {
  return { marked: await countMarks(tx, workspaceId, plan.steps), purged: await countPurges(tx, workspaceId, plan.steps) };
}

async function countMarks(tx: Tx, workspaceId: string, steps: readonly Step[]): Promise<Record<string, number>> {
  const own = steps.find((step) => step.name === 'mark-accounts');
  const cascades = steps.some((step) => step.name === 'cascade');
  const members = steps.filter((step) => step.name === 'mark-members');
  if (!own && members.length === 0) return {};
  const counted = members.map(
    (step) => sql`
    select ${step.members.kind}::text as kind, count(*)::int as n from ${memberTable(step.members)} m
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', step.members)} and m.marked_on is null and m.holds = 0
      and m.indexed_information_day between ${step.from} and ${step.due.cutoff} and ${isDue('m', step.due)}
      and a.marked_on is null and not a.held and not exists (select 1 from taken where taken.id = a.id)`,
  );
  const kind = own?.kind ?? 'accounts';
  const rows = await tx.execute<{ kind: string; n: number }>(sql`
    with recursive roots as materialized (${own ? dueAccounts(workspaceId, own) : sql`select null::uuid as id where false`}),
    below as (
      select id, true as open from roots
      union
      select c.id, c.marked_on is null as open from below
        join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = below.id and c.holds = 0 where ${cascades}
    ),
    taken as materialized (select distinct id from below where open)
    select ${kind}::text as kind, count(*)::int as n from taken
    ${counted.length === 0 ? sql`` : sql`union all ${sql.join(counted, sql` union all `)}`}`);
  return Object.fromEntries(rows.filter((row) => row.n > 0).map((row) => [row.kind, row.n]));
}

function dueAccounts(workspaceId: string, { kind, due, from }: Extract<Step, { name: 'mark-accounts' }>): SQL {
  return sql`select a.id from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.marked_on is null and a.holds = 0 and a.indexed_information_day between ${from} and ${due.cutoff}
      and ${kind === 'accounts' ? sql`true` : sql`a.contract_status in ('free', 'unknown')`} and ${isDue('a', due)}`;
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
