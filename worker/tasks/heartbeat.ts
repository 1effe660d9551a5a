import { noteWorkerAlive } from '#lib/worker-alive.ts';

export async function heartbeat(worker: string): Promise<void> {
  await noteWorkerAlive(worker);
}
