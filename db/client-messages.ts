import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { arrayOf } from './engine/unnest.ts';
import { clientMessages } from './schema/ingest.ts';

type Claim = { workspaceId: string; ids: readonly string[]; at: Instant /** What was taken then or before has lapsed. */; lapsed: Instant };

/** Takes messages, each of `ids` once, and gives those that were free. Waits for a transaction that has taken one of them and not ended: where
 *  its process died, the message is free again. Before any entity is locked, and in one order. */
export async function claimMessages(tx: Tx, { workspaceId, ids, at, lapsed }: Claim): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.execute<{ id: string }>(sql`
    insert into ${clientMessages} as t (workspace_id, id, at)
    select ${workspaceId}::uuid, r.id, ${at}::timestamptz from unnest(${arrayOf('uuid', [...ids].sort())}) as r (id)
    on conflict (workspace_id, id) do update set at = excluded.at where t.at <= ${lapsed}::timestamptz
    returning t.id`);
  return new Set(rows.map(({ id }) => id));
}

/** Gives back messages that were taken in this transaction and came to nothing: sent again, they are looked at again. */
export async function releaseMessages(tx: Tx, { workspaceId, ids }: { workspaceId: string; ids: readonly string[] }): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(clientMessages).where(and(eq(clientMessages.workspaceId, workspaceId), inArray(clientMessages.id, [...ids])));
}

/** Forgets the messages from `until` or before it. */
export async function forgetMessages(tx: Tx, { workspaceId, until }: { workspaceId: string; until: Instant }): Promise<void> {
  await tx.delete(clientMessages).where(and(eq(clientMessages.workspaceId, workspaceId), lte(clientMessages.at, until)));
}
