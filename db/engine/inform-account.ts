import { sql } from 'drizzle-orm';
import { INDEX_LAG_DAYS } from '#lib/retention/rules/plan.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';

/** R1, R2. An account has information of `type` at `at`: its clock moves, never backwards. */
export async function informAccount(
  tx: Tx,
  { workspaceId, id, at, type }: { workspaceId: string; id: string; at: Instant; type: 'revive' | 'restore' },
): Promise<void> {
  const day = dayOf(at);
  await tx.execute(sql`
    update ${accounts} set last_information_at = ${at}::timestamptz, last_information_type = ${type},
      indexed_information_day = case when indexed_information_day < ${day}::date - ${INDEX_LAG_DAYS}::integer then ${day}::date else indexed_information_day end
    where workspace_id = ${workspaceId} and id = ${id} and last_information_at <= ${at}::timestamptz`);
}
