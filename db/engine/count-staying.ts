import { sql } from 'drizzle-orm';
import type { Step } from '#lib/retention/rules/plan.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { dueOfDay } from './due-of-day.ts';
import { isOpen } from './state-of-day.ts';

/** Accounts that a plan leaves active, by contract status: after its lifts, less its marks; archived ones are not counted. */
export async function countStaying(
  tx: Tx,
  { workspaceId, steps }: { workspaceId: string; steps: readonly Step[] },
): Promise<{ status: string; n: number }[]> {
  const rows = await tx.execute<{ status: string; n: number }>(sql`${dueOfDay(workspaceId, steps)}
    select a.contract_status as status, count(*)::int as n from ${accounts} a
    where a.workspace_id = ${workspaceId} and ${isOpen('a')} and a.archived_at is null and a.id not in (select id from taken)
    group by a.contract_status order by a.contract_status`);
  return [...rows];
}
