import { sql } from 'drizzle-orm';
import type { Step } from '#lib/retention/rules/plan.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { dueOfDay, without } from './due-of-day.ts';
import { isOpen } from './state-of-day.ts';

/** Accounts that a plan leaves active, by contract status: after its lifts, less its marks; archived ones are not counted. */
export async function countStaying(
  tx: Tx,
  { workspaceId, steps }: { workspaceId: string; steps: readonly Step[] },
): Promise<{ status: string; n: number }[]> {
  const active = sql`(select a.id, a.contract_status from ${accounts} a where a.workspace_id = ${workspaceId} and ${isOpen('a')} and a.archived_at is null)`;
  const rows = await tx.execute<{ status: string; n: number }>(sql`${dueOfDay(workspaceId, steps)}
    select contract_status as status, count(*)::int as n from ${without(active, 'id', 'taken')} group by contract_status order by contract_status`);
  return [...rows];
}
