import { type SQL, sql } from 'drizzle-orm';
import { type BreakerLimits, enoughActive, type Weight } from '#lib/retention/rules/breaker.ts';
import { EXPIRING_STATUSES } from '#lib/retention/rules/lifecycle.ts';
import type { Step } from '#lib/retention/rules/plan.ts';
import { isAccountKind } from '#lib/retention/rules/policy.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { dueOfDay } from './due-of-day.ts';
import { memberTable, ofCollection } from './mark-members.ts';

type Marks = { kind: string; marks: number; day: Day; same: number };
type Weighing = { workspaceId: string; steps: readonly Step[]; limits: BreakerLimits; waits: (weight: Weight) => boolean };

/** R29. The policies of a plan whose marks `waits` holds back, each with its marks, what is active of its kind, and the day on which most of them were last
 *  heard of. Where accounts wait, their users and objects are weighed as ones that can still get marks of their own.
 *  Active ones are counted only as far as it takes to tell, so the cost follows the marks. */
export async function weighDay(tx: Tx, { workspaceId, steps, limits, waits }: Weighing): Promise<Weight[]> {
  const weigh = async (counted: readonly Marks[]) => {
    const weights: Weight[] = [];
    for (const { kind, marks, day, same } of counted.filter((m) => m.marks >= limits.floor)) {
      const active = await countActive(tx, { workspaceId, kind, steps, limit: enoughActive(marks, limits) });
      weights.push({ kind, marks, active, same_day: { day, marks: same } });
    }
    return weights.filter(waits);
  };
  const all = await marksByKind(tx, workspaceId, steps);
  const waiting = await weigh(all.filter((m) => isAccountKind(m.kind)));
  const without = steps.filter((step) => step.name !== 'mark-accounts');
  const made = waiting.length === 0 ? all : await marksByKind(tx, workspaceId, without);
  return [...waiting, ...(await weigh(made.filter((m) => !isAccountKind(m.kind))))];
}

async function marksByKind(tx: Tx, workspaceId: string, steps: readonly Step[]): Promise<Marks[]> {
  return tx.execute<Marks>(sql`${dueOfDay(workspaceId, steps)},
    by_day as (select kind, last_information_day as day, count(*)::int as n from due group by kind, last_information_day)
    select kind, sum(n)::int as marks, (array_agg(day order by n desc, day desc))[1] as day, max(n) as same from by_day group by kind order by kind`);
}

/** At most `limit` of what is active of a kind, archived ones not counted. */
async function countActive(
  tx: Tx,
  { workspaceId, kind, steps, limit }: { workspaceId: string; kind: string; steps: readonly Step[]; limit: number },
): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (${activeOf(workspaceId, kind, steps)} limit ${limit}) counted`,
  );
  return row?.n ?? 0;
}

function activeOf(workspaceId: string, kind: string, steps: readonly Step[]): SQL {
  const ofAccount = sql`a.workspace_id = ${workspaceId} and a.marked_on is null and a.archived_at is null`;
  const expiring = sql`a.contract_status in (${sql.join(
    EXPIRING_STATUSES.map((status) => sql`${status}`),
    sql`, `,
  )})`;
  if (isAccountKind(kind)) return sql`select 1 from ${accounts} a where ${ofAccount} and ${kind === 'accounts' ? sql`true` : expiring}`;
  const step = steps.find((s) => s.name === 'mark-members' && s.members.kind === kind);
  if (step?.name !== 'mark-members') throw new Error(`no marking step of ${kind}`);
  return sql`select 1 from ${memberTable(step.members)} m join ${accounts} a on a.id = m.account_id and ${ofAccount}
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', step.members)} and m.marked_on is null`;
}
