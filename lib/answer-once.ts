import { transaction } from '#db/client.ts';
import { claimAnswer, saveAnswer } from '#db/idempotent-answers.ts';
import type { Context } from './context.ts';
import { enter } from './door.ts';
import { AppError } from './errors.ts';
import { instantOf, millisecondsOf } from './time.ts';

export type Answer = { status: number; body: unknown };

const KEPT_MS = 24 * 3_600_000;

/** Does `work` once for an idempotency key of the workspace, and gives its answer again for 24 hours of the workspace's clock. Key, work and
 *  answer are one transaction: a process that dies leaves none of them, and a second request waits for the first. A refusal changes nothing
 *  and is not kept. AppError `conflict` where the key came with another request. */
export async function answerOnce(
  ctx: Context,
  { key, requestHash }: { key: string; requestHash: string },
  work: (ctx: Context) => Promise<Answer>,
): Promise<Answer & { again: boolean }> {
  const { workspaceId } = ctx;
  return transaction(workspaceId, async (tx) => {
    const { now: at } = await enter(tx, ctx);
    const lapsed = instantOf(millisecondsOf(at) - KEPT_MS);
    const first = await claimAnswer(tx, { workspaceId, key, requestHash, at, lapsed });
    if (first && first.requestHash !== requestHash)
      throw new AppError('conflict', 'This Idempotency-Key came with another request within 24 hours. Send a new key.');
    if (first) return { status: first.status, body: first.answer, again: true };
    const answer = await work({ ...ctx, tx });
    await saveAnswer(tx, { workspaceId, key, status: answer.status, answer: answer.body });
    return { ...answer, again: false };
  });
}
