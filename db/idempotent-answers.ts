import { and, eq, lte } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { idempotentAnswers } from './schema/workspaces.ts';

type Claim = {
  workspaceId: string;
  key: string;
  requestHash: string;
  at: Instant /** What was answered then or before has lapsed. */;
  lapsed: Instant;
};
type FirstAnswer = { requestHash: string; status: number; answer: unknown };

/** Takes the key for a first request; null where it is taken now, else what was answered first. Waits for a transaction that has taken it
 *  and not ended: it either leaves its answer, or, where its process died, nothing. */
export async function claimAnswer(tx: Tx, { lapsed, ...claim }: Claim): Promise<FirstAnswer | null> {
  const { workspaceId, key, requestHash, at } = claim;
  const taken = await tx
    .insert(idempotentAnswers)
    .values(claim)
    .onConflictDoUpdate({
      target: [idempotentAnswers.workspaceId, idempotentAnswers.key],
      set: { requestHash, at, status: null, answer: null },
      setWhere: lte(idempotentAnswers.at, lapsed),
    })
    .returning({ key: idempotentAnswers.key });
  if (taken.length > 0) return null;
  const [first] = await tx.select().from(idempotentAnswers).where(ofKey(workspaceId, key));
  if (!first || first.status === null) throw new Error('an idempotent answer was committed without its status');
  return { requestHash: first.requestHash, status: first.status, answer: first.answer };
}

/** Keeps the answer of the request that took the key, in the same transaction. */
export async function saveAnswer(
  tx: Tx,
  { workspaceId, key, status, answer }: { workspaceId: string; key: string; status: number; answer: unknown },
): Promise<void> {
  await tx.update(idempotentAnswers).set({ status, answer }).where(ofKey(workspaceId, key));
}

const ofKey = (workspaceId: string, key: string) => and(eq(idempotentAnswers.workspaceId, workspaceId), eq(idempotentAnswers.key, key));
