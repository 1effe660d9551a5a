import { appendAudit } from '#db/append-audit.ts';
import { type BulkJob, moveBulkJob, readBulkJob, takeBulkRows } from '#db/bulk-jobs.ts';
import { type Tx, transaction } from '#db/client.ts';
import { openWorkspace } from '#db/workspace.ts';
import type { AuditNote } from '#lib/audit/rules/chain.ts';
import type { Scene } from '#lib/command.ts';
import type { Context } from '#lib/context.ts';
import type { EntityKind } from '#lib/entities/rules/entity-reference.ts';
import { AppError } from '#lib/errors.ts';

/** A change of more entities than this is done in chunks of so many, each a transaction with an audit entry. */
export const BULK_ROWS = 5_000;

/** What a bulk command does with the next entities of a job; those that are gone by now are passed over. */
export type BulkWork = (
  scene: Pick<Scene, 'tx' | 'workspaceId' | 'now'>,
  chunk: { kind: EntityKind; ids: readonly string[] },
) => Promise<{ changed: number; notes: readonly AuditNote[] }>;

/** Works on a job until it is finished and gives its end. Its row is locked for each chunk, so that several who work on it take turns;
 *  killed anywhere, whoever comes next goes on. In a context with a transaction, all of it is that transaction. AppError `not-found`. */
export async function finishBulkJob(
  { workspaceId, tx }: Pick<Context, 'workspaceId' | 'tx'>,
  id: string,
  work: BulkWork,
): Promise<BulkJob> {
  for (;;) {
    const chunk = (inside: Tx) => workChunk(inside, { workspaceId, id }, work);
    const job = tx ? await chunk(tx) : await transaction(workspaceId, chunk);
    if (job.finishedAt !== null) return job;
  }
}

async function workChunk(tx: Tx, key: { workspaceId: string; id: string }, work: BulkWork): Promise<BulkJob> {
  const job = await readBulkJob(tx, { ...key, lock: true });
  const workspace = await openWorkspace(tx, key);
  if (!job || !workspace) throw new AppError('not-found', 'There is no such job.');
  if (job.finishedAt !== null) return job;
  const { workspaceId } = key;
  const { now } = workspace;
  const ids = await takeBulkRows(tx, { ...key, limit: BULK_ROWS });
  const { changed, notes } = ids.length === 0 ? { changed: 0, notes: [] } : await work({ tx, workspaceId, now }, { kind: job.kind, ids });
  const over = ids.length < BULK_ROWS;
  const moved = { done: job.done + ids.length, changed: job.changed + changed, finishedAt: over ? now : null };
  await moveBulkJob(tx, { ...key, ...moved });
  await appendAudit(tx, { workspaceId, at: now, actor: job.startedBy, notes });
  return { ...job, ...moved };
}
