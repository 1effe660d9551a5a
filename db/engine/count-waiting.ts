import { sql } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';

/** R6. Active accounts of these contract statuses that wait for their first update since `since` or their creation. */
export async function countWaiting(
  tx: Tx,
  { workspaceId, since, statuses }: { workspaceId: string; since: Instant; statuses: readonly string[] },
): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.marked_on is null and a.archived_at is null and a.contract_status = any(${sql.param([...statuses])}::text[])
      and (a.last_information_at <= ${since}::timestamptz or a.last_information_at <= a.created_at)`);
  return row?.n ?? 0;
}
