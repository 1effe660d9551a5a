import { eq, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { isOnly } from './engine/is-only.ts';
import { arrayOf, unnest } from './engine/unnest.ts';
import { accounts } from './schema/entities.ts';
import { workspaces } from './schema/workspaces.ts';

type Placed = { account: string; parent: string | null };

/** Whether placing accounts below these parents (by the sender's identifiers) moves one that stands. Locks nothing. */
export async function movesAccounts(tx: Tx, { workspaceId, placed }: { workspaceId: string; placed: readonly Placed[] }): Promise<boolean> {
  if (placed.length === 0) return false;
  const rows = await tx.execute(sql`
    select 1 from ${unnest(placed, { account: ['text', (p) => p.account], parent: ['text', (p) => p.parent] })}
      cross join lateral (
        select a.parent_id from ${accounts} a where a.workspace_id = ${workspaceId} and ${isOnly('a.external_id', 'r.account')}
      ) a
      left join lateral (select p.external_id from ${accounts} p where p.workspace_id = ${workspaceId} and ${isOnly('p.id', 'a.parent_id')}) p on true
    where p.external_id is distinct from r.parent limit 1`);
  return rows.length > 0;
}

/** Until the transaction ends, nobody else moves an account: two moves at once could close a loop that neither sees. Taken before any account. */
export async function lockTree(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<void> {
  await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update');
}

/** By id, the account above each of these (by the sender's identifiers) and above everything above them; null at the top. */
export async function parentsUpwards(
  tx: Tx,
  { workspaceId, accounts: names }: { workspaceId: string; accounts: readonly string[] },
): Promise<Map<string, string | null>> {
  const rows = await tx.execute<{ id: string; parent_id: string | null }>(sql`
    with recursive up as (
      select a.id, a.parent_id from unnest(${arrayOf('text', names)}) as r (name) cross join lateral (
        select a.id, a.parent_id from ${accounts} a where a.workspace_id = ${workspaceId} and ${isOnly('a.external_id', 'r.name')}
      ) a
      union
      select a.id, a.parent_id from up cross join lateral (
        select a.id, a.parent_id from ${accounts} a where a.workspace_id = ${workspaceId} and ${isOnly('a.id', 'up.parent_id')}
      ) a
    )
    select id, parent_id from up`);
  return new Map(rows.map((row) => [row.id, row.parent_id]));
}
