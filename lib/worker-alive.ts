import { platform } from '#db/client.ts';
import { lastWorkerSeen, noteWorker } from '#db/workers.ts';

/** A worker not heard of for this long counts as gone. */
const SILENT_MS = 30_000;

export async function noteWorkerAlive(id: string): Promise<void> {
  await platform((tx) => noteWorker(tx, { id, at: new Date() }));
}

/** Whether any worker was heard of in the last half minute, by the machine's clock. */
export async function isWorkerAlive(): Promise<boolean> {
  const seen = await platform(lastWorkerSeen);
  return seen !== null && Date.now() - seen.getTime() < SILENT_MS;
}
