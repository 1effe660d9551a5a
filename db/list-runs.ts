import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { Day } from '#lib/time.ts';
import type { Tx } from './client.ts';
import type { DailyRun } from './daily-runs.ts';
import type { Keyset } from './entity-rows.ts';
import { dailyRuns } from './schema/runs.ts';

/** A page of runs, the latest day first. */
export async function readRuns(tx: Tx, { workspaceId, keyset }: { workspaceId: string; keyset: Keyset }): Promise<DailyRun[]> {
  const { key, backwards, limit } = keyset;
  const day = key?.[0] as Day | undefined;
  const beyond = day === undefined ? undefined : backwards ? gt(dailyRuns.day, day) : lt(dailyRuns.day, day);
  const runs = await tx
    .select()
    .from(dailyRuns)
    .where(and(eq(dailyRuns.workspaceId, workspaceId), beyond))
    .orderBy(backwards ? asc(dailyRuns.day) : desc(dailyRuns.day))
    .limit(limit);
  return backwards ? runs.reverse() : runs;
}
