import { eq, sql } from 'drizzle-orm';
import { type Instant, instantOf } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { workspaces } from './schema/workspaces.ts';

export type Workspace = typeof workspaces.$inferSelect;
/** A workspace as a transaction finds it, with its present instant: its test clock's, else the database's, read once. */
export type OpenWorkspace = Workspace & { now: Instant };

/** Null where there is no such workspace. With `lock` its row is kept until the transaction ends. */
export async function openWorkspace(
  tx: Tx,
  { workspaceId, lock = false }: { workspaceId: string; lock?: boolean },
): Promise<OpenWorkspace | null> {
  const query = tx
    .select({ workspace: workspaces, machineMs: sql<string>`extract(epoch from date_trunc('milliseconds', now())) * 1000` })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  const [row] = lock ? await query.for('no key update') : await query;
  return row ? { ...row.workspace, now: row.workspace.testClockAt ?? instantOf(Math.round(Number(row.machineMs))) } : null;
}
