import type { BulkJob } from '#db/bulk-jobs.ts';

/** How far a change of many entities is: what a screen shows while it runs, and after. */
export type BulkProgress = Pick<BulkJob, 'id' | 'command' | 'kind' | 'total' | 'done' | 'changed' | 'startedAt' | 'finishedAt'>;

export function bulkProgress({ id, command, kind, total, done, changed, startedAt, finishedAt }: BulkJob): BulkProgress {
  return { id, command, kind, total, done, changed, startedAt, finishedAt };
}
