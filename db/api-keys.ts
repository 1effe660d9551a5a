import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/auth/rules/permissions.ts';
import type { Tx } from './client.ts';
import { apiKeys, directory } from './schema/platform.ts';

type KeyInUse = {
  id: string;
  workspaceId: string;
  scopes: Scope[];
  ratePerSecond: number;
  lastUsedAt: Date | null;
  testClock: boolean;
};
export type ListedKey = Pick<
  typeof apiKeys.$inferSelect,
  'id' | 'name' | 'prefix' | 'scopes' | 'ratePerSecond' | 'createdBy' | 'createdAt' | 'lastUsedAt' | 'revokedAt'
>;

export async function insertApiKey(tx: Tx, key: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(key);
}

/** The key with this hash, with what is known of its workspace before it is opened; null where it is unknown or revoked. */
export async function keyByHash(tx: Tx, { hash }: { hash: string }): Promise<KeyInUse | null> {
  const [key] = await tx
    .select({
      id: apiKeys.id,
      workspaceId: apiKeys.workspaceId,
      scopes: apiKeys.scopes,
      ratePerSecond: apiKeys.ratePerSecond,
      lastUsedAt: apiKeys.lastUsedAt,
      testClock: directory.testClock,
    })
    .from(apiKeys)
    .innerJoin(directory, eq(directory.workspaceId, apiKeys.workspaceId))
    .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)));
  return key ?? null;
}

/** Says that the key was used at `at`, where it does not say so of a moment after `unlessAfter` already. */
export async function touchApiKey(tx: Tx, { id, at, unlessAfter }: { id: string; at: Date; unlessAfter: Date }): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, unlessAfter))));
}

/** The keys of a workspace, those in force first, the latest first. */
export async function apiKeysOf(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<ListedKey[]> {
  return tx
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      ratePerSecond: apiKeys.ratePerSecond,
      createdBy: apiKeys.createdBy,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.workspaceId, workspaceId))
    .orderBy(sql`${apiKeys.revokedAt} is not null`, desc(apiKeys.createdAt), desc(apiKeys.id));
}

/** Ends the key; false where the workspace has no such key in force. */
export async function endApiKey(tx: Tx, { workspaceId, id, at }: { workspaceId: string; id: string; at: Date }): Promise<boolean> {
  const ended = await tx
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return ended.length > 0;
}

/** The names of a workspace's keys, by identifier. */
export async function namesOfKeys(
  tx: Tx,
  { workspaceId, ids }: { workspaceId: string; ids: readonly string[] },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), inArray(apiKeys.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
