import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { isOnly } from './engine/is-only.ts';
import { arrayOf } from './engine/unnest.ts';
import { accounts, users } from './schema/entities.ts';

/** R1. By user, the account of the latest accepted signal that named both, among the users that still exist. Locks nothing. */
export async function lastSeen(
  tx: Tx,
  { workspaceId, users: names }: { workspaceId: string; users: readonly string[] },
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await tx.execute<{ user: string; account: string }>(sql`
    select r.name as user, a.external_id as account
    from unnest(${arrayOf('text', names)}) as r (name)
      cross join lateral (
        select u.account_id from ${users} u where u.workspace_id = ${workspaceId} and u.external_id = r.name
        order by u.named_at desc, u.named_order desc limit 1
      ) u
      cross join lateral (select a.external_id from ${accounts} a where a.workspace_id = ${workspaceId} and ${isOnly('a.id', 'u.account_id')}) a`);
  return new Map(rows.map((row) => [row.user, row.account]));
}

/** More than the signals and events of one request that can name a user. */
const PLACES = 65_536;

/** The first `named_order` for the signals of this transaction, above those of all before it: requests may share an instant, and where a test
 *  clock stands still they all do. */
export async function firstNamedOrder(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
  return Number(row?.id) * PLACES;
}
