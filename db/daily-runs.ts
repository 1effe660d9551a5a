import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { PolicySet } from '#lib/retention/rules/policy.ts';
import { type Day, type Instant, instantOf } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { directory, openRuns } from './schema/platform.ts';
import { dailyRuns } from './schema/runs.ts';

export type DailyRun = typeof dailyRuns.$inferSelect;
type RunKey = { workspaceId: string; day: Day };

/** The latest run, finished or not; null before the first. */
export async function latestRun(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<DailyRun | null> {
  const [run] = await tx.select().from(dailyRuns).where(eq(dailyRuns.workspaceId, workspaceId)).orderBy(desc(dailyRuns.day)).limit(1);
  return run ?? null;
}

/** The earliest run that is not finished; null where all are. */
export async function unfinishedRun(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<DailyRun | null> {
  const [run] = await tx
    .select()
    .from(dailyRuns)
    .where(and(eq(dailyRuns.workspaceId, workspaceId), inArray(dailyRuns.state, ['running', 'failed'])))
    .orderBy(asc(dailyRuns.day))
    .limit(1);
  return run ?? null;
}

/** The policies that the latest finished run went by, and those by which marks that waited in it were allowed; none before the first. */
export async function lastAppliedPolicies(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<PolicySet[]> {
  const [row] = await tx
    .select({ plan: dailyRuns.plan })
    .from(dailyRuns)
    .where(and(eq(dailyRuns.workspaceId, workspaceId), inArray(dailyRuns.state, ['done', 'waiting'])))
    .orderBy(desc(dailyRuns.day))
    .limit(1);
  return row ? [row.plan.settings.policies, ...(row.plan.settings.allowedBy ?? [])] : [];
}

/** R29. The latest run before `run`, where a person allowed accounts that waited in it on the later day `markedOn`, whose marks bear that day. */
export async function allowedBefore(
  tx: Tx,
  { workspaceId, run, markedOn }: { workspaceId: string; run: Day; markedOn: Day },
): Promise<Day | undefined> {
  const [before] = await tx
    .select({ day: dailyRuns.day, plan: dailyRuns.plan })
    .from(dailyRuns)
    .where(and(eq(dailyRuns.workspaceId, workspaceId), lt(dailyRuns.day, run)))
    .orderBy(desc(dailyRuns.day))
    .limit(1);
  return before?.plan.steps.some((step) => step.name === 'cascade' && step.processDay === markedOn) ? before.day : undefined;
}

/** One run of a workspace and day; with `lock` its row is kept until the transaction ends. */
export async function readRun(tx: Tx, { workspaceId, day, lock = false }: RunKey & { lock?: boolean }): Promise<DailyRun | null> {
  const query = tx
    .select()
    .from(dailyRuns)
    .where(and(eq(dailyRuns.workspaceId, workspaceId), eq(dailyRuns.day, day)));
  const [run] = lock ? await query.for('update') : await query;
  return run ?? null;
}

/** R28. False where the day has its run already: whoever inserts it is the one who started it. */
export async function insertRun(tx: Tx, run: typeof dailyRuns.$inferInsert): Promise<boolean> {
  const { workspaceId, day } = run;
  const inserted = await tx.insert(dailyRuns).values(run).onConflictDoNothing().returning({ day: dailyRuns.day });
  if (inserted.length === 0) return false;
  await tx.insert(openRuns).values({ workspaceId, day }).onConflictDoNothing();
  await tx.update(directory).set({ lastRunDay: day }).where(eq(directory.workspaceId, workspaceId));
  return true;
}

export async function updateRun(tx: Tx, { workspaceId, day, ...changes }: RunKey & Partial<typeof dailyRuns.$inferInsert>): Promise<void> {
  await tx
    .update(dailyRuns)
    .set(changes)
    .where(and(eq(dailyRuns.workspaceId, workspaceId), eq(dailyRuns.day, day)));
}

/** Makes a run that was over one that workers look for again. */
export async function reopenRun(tx: Tx, { workspaceId, day }: RunKey): Promise<void> {
  await tx.insert(openRuns).values({ workspaceId, day }).onConflictDoNothing();
}

/** R29. What nobody answered in earlier runs is superseded by a new one. */
export async function supersedeWaiting(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<void> {
  const waiting = await tx
    .select()
    .from(dailyRuns)
    .where(and(eq(dailyRuns.workspaceId, workspaceId), eq(dailyRuns.state, 'waiting')))
    .for('update');
  for (const { day, breaker } of waiting) {
    const superseded = breaker.map((tripped) => ({ ...tripped, answer: tripped.answer ?? ('superseded' as const) }));
    await updateRun(tx, { workspaceId, day, state: 'done', breaker: superseded });
  }
}

export async function closeRun(tx: Tx, { workspaceId, day }: RunKey): Promise<void> {
  await tx.delete(openRuns).where(and(eq(openRuns.workspaceId, workspaceId), eq(openRuns.day, day)));
}

/** Local: the runs of all workspaces that are not finished, the oldest first. */
export async function listOpenRuns(tx: Tx): Promise<RunKey[]> {
  return tx.select().from(openRuns).orderBy(asc(openRuns.day), asc(openRuns.workspaceId));
}

/** The database's clock, outside every workspace. */
export async function databaseNow(tx: Tx): Promise<Instant> {
  const [row] = await tx.execute<{ ms: string }>(sql`select extract(epoch from now()) * 1000 as ms`);
  return instantOf(Math.floor(Number(row?.ms)));
}

/** Local: the workspaces on the real clock that have not begun `day` yet; with `ranBefore` only those that have begun an earlier one. */
export async function listWorkspacesDue(
  tx: Tx,
  { day, ranBefore = false }: { day: Day; ranBefore?: boolean },
): Promise<{ workspaceId: string }[]> {
  const due = sql`(${directory.lastRunDay} < ${day} or (${directory.lastRunDay} is null and not ${ranBefore}::boolean))`;
  return tx
    .select({ workspaceId: directory.workspaceId })
    .from(directory)
    .where(and(eq(directory.testClock, false), due))
    .orderBy(asc(directory.workspaceId));
}

/** Local: how many workspaces on the real clock have begun `day`. */
export async function countWorkspacesBegun(tx: Tx, { day }: { day: Day }): Promise<number> {
  const rows = await tx
    .select({ workspaceId: directory.workspaceId })
    .from(directory)
    .where(and(eq(directory.testClock, false), sql`${directory.lastRunDay} >= ${day}`));
  return rows.length;
}
