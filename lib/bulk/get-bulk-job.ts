import { z } from 'zod';
import { readBulkJob } from '#db/bulk-jobs.ts';
import { AppError } from '#lib/errors.ts';
import { view } from '#lib/view.ts';
import { bulkProgress } from './bulk-progress.ts';

/** How far a change of many entities is. AppError `not-found`. */
export const getBulkJob = view({
  name: 'bulk.get',
  permission: 'member',
  scope: 'read',
  input: z.object({ id: z.uuid() }),
  async read({ tx, workspaceId }, { id }) {
    const job = await readBulkJob(tx, { workspaceId, id });
    if (!job) throw new AppError('not-found', 'There is no such job.');
    return bulkProgress(job);
  },
});
