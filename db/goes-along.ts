import { sql } from 'drizzle-orm';
import type { GoesAlong } from '#lib/retention/rules/marked-answer.ts';
import type { Tx } from './client.ts';
import { arrayOf } from './engine/unnest.ts';
import { accounts, objects, users } from './schema/entities.ts';

/** R10, R12. By id of the account, for those of `ids` that are marked: users and objects without a mark of their own, and the sub-accounts that
 *  it took along; of one that went along itself, those below it of the same root. */
export async function goesAlong(
  tx: Tx,
  { workspaceId, ids }: { workspaceId: string; ids: readonly string[] },
): Promise<Map<string, GoesAlong>> {
  const members = (table: typeof users | typeof objects) =>
    sql`(select count(*)::int from ${table} m where m.workspace_id = ${workspaceId} and m.account_id = shown.id and m.marked_on is null)`;
  const rows = await tx.execute<GoesAlong & { id: string }>(sql`
    with recursive shown as materialized (
      select a.id, a.cause, a.root_id from ${accounts} a
      where a.workspace_id = ${workspaceId} and a.id = any(${arrayOf('uuid', ids)}) and a.marked_on is not null
    ), below as (
      select id as top, id, root_id from shown where cause = 'parent'
      union
      select below.top, c.id, below.root_id from below join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = below.id
    ), along as (
      select below.top from below join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = below.id
      where a.root_id = below.root_id and below.id <> below.top
      union all
      select shown.id from shown join ${accounts} a on a.workspace_id = ${workspaceId} and a.root_id = shown.id
    )
    select shown.id, ${members(users)} as users, ${members(objects)} as objects, coalesce(counted.n, 0) as sub_accounts
    from shown left join (select top, count(*)::int as n from along group by top) counted on counted.top = shown.id`);
  return new Map(rows.map(({ id, ...along }) => [id, along]));
}
