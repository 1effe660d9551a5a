import { sql } from 'drizzle-orm';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts, collections, holds, objects, users } from '../schema/entities.ts';
import { type ChunkResult, type ChunkScope, chunkDigest, LISTED_COUNTS, listEffects, NOTHING_LEFT } from './chunk.ts';

type Ended = { rows: number; counts: Record<string, number> };

/** R15, R28. Ends the next holds whose last day is before `processDay`, and takes them out of the counts that keep their entities. */
export async function endHolds(tx: Tx, scope: ChunkScope, { processDay }: { processDay: Day }): Promise<ChunkResult> {
  const { workspaceId, limit } = scope;
  await lockAccounts(tx, scope, processDay);
  const [row] = await tx.execute<Ended>(sql`
    with ended as (
      delete from ${holds} h where h.workspace_id = ${workspaceId} and (h.kind, h.entity_id) in (
        select e.kind, e.entity_id from ${holds} e where e.workspace_id = ${workspaceId} and e.until < ${processDay} order by e.until, e.entity_id limit ${limit}
      ) returning h.kind, h.entity_id, h.account_id
    ), on_accounts as (
      update ${accounts} a set holds = a.holds - n.all_of_it, held = a.held and n.own = 0
      from (select account_id, count(*)::int as all_of_it, count(*) filter (where kind = 'accounts') as own from ended group by account_id) n
      where a.workspace_id = ${workspaceId} and a.id = n.account_id
      returning a.id, a.external_id as account
    ), on_users as (
      update ${users} m set holds = m.holds - 1 from ended
      where m.workspace_id = ${workspaceId} and ended.kind = 'users' and m.id = ended.entity_id returning m.id, m.account_id, m.external_id
    ), on_objects as (
      update ${objects} m set holds = m.holds - 1 from ended
      where m.workspace_id = ${workspaceId} and ended.kind = 'objects' and m.id = ended.entity_id
      returning m.id, m.account_id, m.external_id, m.collection_id
    ), changed as (
      select a.id, a.account, null::text as member, 'accounts'::text as kind, null::text as cause from ended join on_accounts a on a.id = ended.entity_id
      union all
      select m.id, a.account, m.external_id, 'users', null from on_users m join on_accounts a on a.id = m.account_id
      union all
      select m.id, a.account, m.external_id, c.name, null from on_objects m join on_accounts a on a.id = m.account_id
        join ${collections} c on c.workspace_id = ${workspaceId} and c.id = m.collection_id
    ), ${listEffects(scope, 'unheld')}
    select (select count(*)::int from ended) as rows, ${LISTED_COUNTS} as counts`);
  if (!row || row.rows === 0) return NOTHING_LEFT;
  return { ...row, digest: await chunkDigest(tx, scope), cursor: null, done: row.rows < limit };
}

/** Accounts first, by identifier, as everybody locks. */
async function lockAccounts(tx: Tx, { workspaceId }: ChunkScope, processDay: Day): Promise<void> {
  await tx.execute(sql`
    select a.id from ${accounts} a where a.workspace_id = ${workspaceId}
      and a.id in (select h.account_id from ${holds} h where h.workspace_id = ${workspaceId} and h.until < ${processDay})
    order by a.external_id for update`);
}
