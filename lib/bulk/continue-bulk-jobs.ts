import { listOpenBulkJobs, readBulkJob } from '#db/bulk-jobs.ts';
import { platform, read } from '#db/client.ts';
import { log } from '#lib/log.ts';
import { REVIVE, reviveChunk } from '#lib/retention/revive-chunk.ts';
import { type BulkWork, finishBulkJob } from './finish-bulk-job.ts';

/** What each bulk command does with its chunks. */
const WORK: Record<string, BulkWork> = { [REVIVE]: reviveChunk };

/** A worker's turn: goes on with every job that is not finished, those of processes that died among them. One that fails holds no other up. */
export async function continueOpenBulkJobs(): Promise<void> {
  for (const key of await platform(listOpenBulkJobs)) {
    await continueBulkJob(key).catch((error) => log.error('a bulk job failed and will be tried again', { ...key, error }));
  }
}

async function continueBulkJob({ workspaceId, id }: { workspaceId: string; id: string }): Promise<void> {
  const job = await read(workspaceId, (tx) => readBulkJob(tx, { workspaceId, id }));
  const work = job && WORK[job.command];
  if (!work) throw new Error('no such job, or none that can be worked on');
  await finishBulkJob({ workspaceId }, id, work);
}
