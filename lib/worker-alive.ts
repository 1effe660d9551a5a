import { platform } from '#db/client.ts';
import { noteWorker } from '#db/workers.ts';

/** Says that a worker is there; `checkHealth` asks for it. */
export async function noteWorkerAlive(id: string): Promise<void> {
  await platform((tx) => noteWorker(tx, { id, at: new Date() }));
}
