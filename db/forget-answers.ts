import { and, eq, lte } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { idempotentAnswers } from './schema/workspaces.ts';

/** Forgets the stored answers of idempotency keys from `until` or before it. */
export async function forgetAnswers(tx: Tx, { workspaceId, until }: { workspaceId: string; until: Instant }): Promise<void> {
  await tx.delete(idempotentAnswers).where(and(eq(idempotentAnswers.workspaceId, workspaceId), lte(idempotentAnswers.at, until)));
}
