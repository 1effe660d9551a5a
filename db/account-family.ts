import { sql } from 'drizzle-orm';
import type { AccountFacts } from '#lib/entities/rules/entity-answer.ts';
import type { Tx } from './client.ts';
import { instantsOf } from './entity-rows.ts';
import { type AccountRow, selectAccounts } from './read-accounts.ts';
import { accounts } from './schema/entities.ts';

type Of = { workspaceId: string; id: string };
export type Relative = AccountFacts & { depth: number; parentId: string | null };

/** The accounts above an account, the nearest `limit`, the top first. `depth` counts from the account upwards. */
export async function accountsAbove(tx: Tx, { workspaceId, id, limit }: Of & { limit: number }): Promise<Relative[]> {
  const rows = await tx.execute<AccountRow & Pick<Relative, 'depth' | 'parentId'>>(sql`
    with recursive up as (
      select x.parent_id as id, 1 as depth from ${accounts} x where x.workspace_id = ${workspaceId} and x.id = ${id}
      union all
      select x.parent_id, up.depth + 1 from up join ${accounts} x on x.workspace_id = ${workspaceId} and x.id = up.id where up.depth < ${limit}
    )
    select found.*, up.depth, null::uuid as "parentId" from up
      join (${selectAccounts(workspaceId)} where a.workspace_id = ${workspaceId}) found on found.id = up.id
    order by up.depth desc`);
  return rows.map((row) => ({ ...row, ...instantsOf(row) }));
}

/** At most `limit` accounts below an account, the nearest levels first, in no other order. */
export async function accountsBelow(tx: Tx, { workspaceId, id, limit }: Of & { limit: number }): Promise<Relative[]> {
  const rows = await tx.execute<AccountRow & Pick<Relative, 'depth' | 'parentId'>>(sql`
    with recursive below as (
      select c.id, c.parent_id, 1 as depth from ${accounts} c where c.workspace_id = ${workspaceId} and c.parent_id = ${id}
      union all
      select c.id, c.parent_id, below.depth + 1 from below
        join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = below.id
    ), near as materialized (select id, parent_id, depth from below limit ${limit})
    select found.*, near.depth, near.parent_id as "parentId" from near
      join (${selectAccounts(workspaceId)} where a.workspace_id = ${workspaceId}) found on found.id = near.id`);
  return rows.map((row) => ({ ...row, ...instantsOf(row) }));
}

/** R10. How many sub-accounts a mark for inactivity would take along from an account at this moment, counted to `limit`. */
export async function countTakeable(tx: Tx, { workspaceId, id, limit }: Of & { limit: number }): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    with recursive below as (
      select c.id, c.marked_on is null as open from ${accounts} c where c.workspace_id = ${workspaceId} and c.parent_id = ${id} and c.holds = 0
      union all
      select c.id, c.marked_on is null from below
        join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = below.id where c.holds = 0
    )
    select count(*)::int as n from (select 1 from below where open limit ${limit}) counted`);
  return row?.n ?? 0;
}
