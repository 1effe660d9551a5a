import { lt, max } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { workers } from './schema/platform.ts';

/** Says that a worker is alive, and forgets those that have not said so for a day. */
export async function noteWorker(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx
    .insert(workers)
    .values({ id, seenAt: at })
    .onConflictDoUpdate({ target: workers.id, set: { seenAt: at } });
  await tx.delete(workers).where(lt(workers.seenAt, new Date(at.getTime() - 86_400_000)));
}

/** When a worker was last seen; null where none ever was. */
export async function lastWorkerSeen(tx: Tx): Promise<Date | null> {
  const [row] = await tx.select({ at: max(workers.seenAt) }).from(workers);
  return row?.at ?? null;
}
