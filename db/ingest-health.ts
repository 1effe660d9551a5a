import { and, asc, desc, eq, gte, lt } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { ingestHours, ingestRefusals } from './schema/ingest.ts';

type Since = { workspaceId: string /** By the machine's clock. */; since: Date };
export type IngestHour = Omit<typeof ingestHours.$inferSelect, 'workspaceId'>;
type IngestReason = Omit<typeof ingestRefusals.$inferSelect, 'workspaceId'>;

/** What came in each hour from each source, the earliest first. */
export async function ingestHoursSince(tx: Tx, { workspaceId, since }: Since): Promise<IngestHour[]> {
  return tx
    .select()
    .from(ingestHours)
    .where(and(eq(ingestHours.workspaceId, workspaceId), gte(ingestHours.hour, since)))
    .orderBy(asc(ingestHours.hour), asc(ingestHours.source));
}

/** Why things were kept out, the latest first. */
export async function ingestReasonsSince(tx: Tx, { workspaceId, since }: Since): Promise<IngestReason[]> {
  return tx
    .select()
    .from(ingestRefusals)
    .where(and(eq(ingestRefusals.workspaceId, workspaceId), gte(ingestRefusals.lastAt, since)))
    .orderBy(desc(ingestRefusals.lastAt), asc(ingestRefusals.message));
}

/** Forgets what came before `until`. */
export async function forgetReceived(tx: Tx, { workspaceId, until }: { workspaceId: string; until: Date }): Promise<void> {
  await tx.delete(ingestHours).where(and(eq(ingestHours.workspaceId, workspaceId), lt(ingestHours.hour, until)));
  await tx.delete(ingestRefusals).where(and(eq(ingestRefusals.workspaceId, workspaceId), lt(ingestRefusals.lastAt, until)));
}
