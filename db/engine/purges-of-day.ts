import { type SQL, sql } from 'drizzle-orm';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { DailyPlan } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { goneOfDay, leavingAlone, purgedMembers } from './count-day.ts';
import { EXAMPLES, type ExampleRow, HIGHEST_FIRST } from './example-row.ts';
import { stepOf } from './state-of-day.ts';

/** Accounts that are purged, or members of accounts that stay: how many, and twenty of them, the highest contract values first. */
type KindPurges = { kind: string; n: number; sample: PurgeRow[] };
type PurgeRow = ExampleRow & { cause: MarkCause; marked_on: Day };

/** R11. What the plan of a day would purge for a mark of its own or along with a root, by kind. Members that go with their account are not among it. Writes nothing. */
export async function purgesOfDay(
  tx: Tx,
  { workspaceId, plan: { steps } }: { workspaceId: string; plan: DailyPlan },
): Promise<KindPurges[]> {
  const step = stepOf(steps, 'purge-accounts');
  if (!step) return [];
  const head = goneOfDay(workspaceId, steps, step.cutoff);
  const found: KindPurges[] = [];
  const add = async (kind: string, rows: SQL) => {
    const [row] = await tx.execute<{ n: number; sample: PurgeRow[] | null }>(sql`${head},
      rows as materialized (${rows}),
      shown as (select * from rows order by ${HIGHEST_FIRST} limit ${EXAMPLES})
      select (select count(*)::int from rows) as n,
        (select json_agg(s order by ${HIGHEST_FIRST}) from shown s) as sample`);
    if (row && row.n > 0) found.push({ kind, n: row.n, sample: row.sample ?? [] });
  };
  await add(
    'accounts',
    sql`select a.external_id as account, null::text as member, a.name, a.contract_status, a.contract_value, a.cause, a.marked_on
      from gone join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = gone.id`,
  );
  for (const members of purgedMembers(steps)) {
    await add(
      members.kind,
      sql`select a.external_id as account, m.external_id as member, m.name, a.contract_status, a.contract_value, 'inactivity' as cause, m.marked_on
        from ${leavingAlone(workspaceId, members, step.cutoff)}`,
    );
  }
  return found;
}
