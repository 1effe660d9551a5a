import { and, asc, eq, gte, sum } from 'drizzle-orm';
import type { Day } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { usage } from './schema/activity.ts';

/** What an account used, all activities added up, by day from `from` on; days without usage are left out. */
export async function usageByDay(
  tx: Tx,
  { workspaceId, accountId, from }: { workspaceId: string; accountId: string; from: Day },
): Promise<{ day: Day; count: number }[]> {
  return tx
    .select({ day: usage.day, count: sum(usage.count).mapWith(Number) })
    .from(usage)
    .where(and(eq(usage.workspaceId, workspaceId), eq(usage.accountId, accountId), gte(usage.day, from)))
    .groupBy(usage.day)
    .orderBy(asc(usage.day));
}
