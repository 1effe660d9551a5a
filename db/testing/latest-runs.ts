import { isDeepStrictEqual } from 'node:util';
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { dailyRuns } from '../schema/runs.ts';

/** The two latest runs of a workspace with what waited in them, the later one first, and whether each did what was counted before it began. */
export async function latestRuns(tx: Tx, workspaceId: string) {
  const runs = await tx.select().from(dailyRuns).where(eq(dailyRuns.workspaceId, workspaceId)).orderBy(desc(dailyRuns.day)).limit(2);
  return runs.map(({ day, state, marked, lifted, purged, breaker, expected }) => ({
    day,
    state,
    marked,
    lifted,
    purged,
    waiting: breaker.map(({ same_day, ...waiting }) => waiting).sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    asExpected: breaker.length > 0 || isDeepStrictEqual(expected, { marked, purged }) || { expected },
  }));
}
