import { sql } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { arrayOf } from './engine/unnest.ts';
import { accounts, users } from './schema/entities.ts';

type OfUsers = { workspaceId: string; users: readonly string[] };

/** R1. By user, the account of the latest accepted signal that named both, among the users that still exist. Locks nothing. */
export async function lastSeen(tx: Tx, { workspaceId, users: names }: OfUsers): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await tx.execute<{ user: string; account: string }>(sql`
    select distinct on (u.external_id) u.external_id as user, a.external_id as account
    from ${users} u join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = u.account_id
    where u.workspace_id = ${workspaceId} and u.external_id = any(${arrayOf('text', names)})
    order by u.external_id, u.named_at desc, u.named_order desc`);
  return new Map(rows.map((row) => [row.user, row.account]));
}

/** The first `named_order` above those that these users were given at this very instant: where a clock stands still, requests share one. */
export async function nextNamedOrder(tx: Tx, { workspaceId, users: names, now }: OfUsers & { now: Instant }): Promise<number> {
  if (names.length === 0) return 0;
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(u.named_order) + 1, 0) as next from ${users} u
    where u.workspace_id = ${workspaceId} and u.external_id = any(${arrayOf('text', names)}) and u.named_at = ${now}::timestamptz`);
  return row?.next ?? 0;
}
