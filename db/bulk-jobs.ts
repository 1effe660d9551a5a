import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { arrayOf } from './engine/unnest.ts';
import { bulkJobs, bulkRows, openBulkJobs } from './schema/bulk.ts';

export type BulkJob = typeof bulkJobs.$inferSelect;
type JobKey = { workspaceId: string; id: string };

/** Writes down a job and all that it is about: the ids that the statement `ids` gives at this moment. */
export async function insertBulkJob(
  tx: Tx,
  { ids, ...job }: Pick<BulkJob, 'workspaceId' | 'id' | 'command' | 'kind' | 'startedBy' | 'startedAt'> & { ids: SQL },
): Promise<BulkJob> {
  const { workspaceId, id } = job;
  await tx.insert(bulkJobs).values({ ...job, total: 0 });
  await tx.insert(openBulkJobs).values({ workspaceId, id });
  const [counted] = await tx.execute<{ total: number }>(sql`
    with written as (
      insert into ${bulkRows} (workspace_id, job_id, entity_id) select ${workspaceId}::uuid, ${id}::uuid, found.id from (${ids}) found (id) returning 1
    )
    select count(*)::int as total from written`);
  const [made] = await tx
    .update(bulkJobs)
    .set({ total: counted?.total ?? 0 })
    .where(keyOf(job))
    .returning();
  if (!made) throw new Error('a bulk job that was written cannot be found');
  return made;
}

/** A list of ids as a statement. */
export function listedIds(ids: readonly string[]): SQL {
  return sql`select unnest(${arrayOf('uuid', ids)})`;
}

/** Takes the next entities out of a job. */
export async function takeBulkRows(tx: Tx, { workspaceId, id, limit }: JobKey & { limit: number }): Promise<string[]> {
  const next = sql`select n.entity_id from ${bulkRows} n where n.workspace_id = ${workspaceId} and n.job_id = ${id} order by n.entity_id limit ${limit}`;
  const rows = await tx.execute<{ id: string }>(sql`
    delete from ${bulkRows} b where b.workspace_id = ${workspaceId} and b.job_id = ${id} and b.entity_id = any(array(${next}))
    returning b.entity_id as id`);
  return rows.map((row) => row.id);
}

/** Null where there is no such job; with `lock` its row is kept until the transaction ends. */
export async function readBulkJob(tx: Tx, { lock = false, ...key }: JobKey & { lock?: boolean }): Promise<BulkJob | null> {
  const query = tx.select().from(bulkJobs).where(keyOf(key));
  const [job] = lock ? await query.for('update') : await query;
  return job ?? null;
}

/** How far a job has come; a finished one is no longer open. */
export async function moveBulkJob(
  tx: Tx,
  { workspaceId, id, ...moved }: JobKey & Pick<BulkJob, 'done' | 'changed' | 'finishedAt'>,
): Promise<void> {
  await tx.update(bulkJobs).set(moved).where(keyOf({ workspaceId, id }));
  if (moved.finishedAt === null) return;
  await tx.delete(openBulkJobs).where(and(eq(openBulkJobs.workspaceId, workspaceId), eq(openBulkJobs.id, id)));
}

/** The latest jobs that somebody started, the newest first. */
export async function bulkJobsOf(
  tx: Tx,
  { workspaceId, startedBy, limit }: { workspaceId: string; startedBy: string; limit: number },
): Promise<BulkJob[]> {
  return tx
    .select()
    .from(bulkJobs)
    .where(and(eq(bulkJobs.workspaceId, workspaceId), eq(bulkJobs.startedBy, startedBy)))
    .orderBy(desc(bulkJobs.id))
    .limit(limit);
}

/** Local: the jobs of all workspaces that are not finished. */
export async function listOpenBulkJobs(tx: Tx): Promise<JobKey[]> {
  return tx.select().from(openBulkJobs);
}

const keyOf = ({ workspaceId, id }: JobKey) => and(eq(bulkJobs.workspaceId, workspaceId), eq(bulkJobs.id, id));
