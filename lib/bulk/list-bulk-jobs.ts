import { z } from 'zod';
import { bulkJobsOf } from '#db/bulk-jobs.ts';
import { actorName } from '#lib/context.ts';
import { view } from '#lib/view.ts';
import { bulkProgress } from './bulk-progress.ts';

/** The latest changes of many entities that whoever asks has started, the newest first: found again after the page was left. */
export const listBulkJobs = view({
  name: 'bulk.list',
  permission: 'member',
  scope: 'read',
  input: z.object({}),
  async read({ tx, ctx, workspaceId }) {
    const jobs = await bulkJobsOf(tx, { workspaceId, startedBy: actorName(ctx.actor), limit: 20 });
    return jobs.map(bulkProgress);
  },
});
