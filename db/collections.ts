import { and, asc, eq, gt } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { collections } from './schema/entities.ts';

/** False where the workspace has a collection of that name already. */
export async function insertCollection(
  tx: Tx,
  collection: { workspaceId: string; id: string; name: string; createdAt: Instant },
): Promise<boolean> {
  const made = await tx.insert(collections).values(collection).onConflictDoNothing().returning({ id: collections.id });
  return made.length > 0;
}

/** The names of collections after `after`, in their order. */
export async function collectionNames(
  tx: Tx,
  { workspaceId, after, limit }: { workspaceId: string; after: string; limit: number },
): Promise<string[]> {
  const rows = await tx
    .select({ name: collections.name })
    .from(collections)
    .where(and(eq(collections.workspaceId, workspaceId), gt(collections.name, after)))
    .orderBy(asc(collections.name))
    .limit(limit);
  return rows.map(({ name }) => name);
}
