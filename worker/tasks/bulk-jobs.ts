import { continueOpenBulkJobs } from '#lib/bulk/continue-bulk-jobs.ts';

/** Works on the changes of many entities that people have started and do not wait for. */
export async function bulkJobs(): Promise<void> {
  await continueOpenBulkJobs();
}
