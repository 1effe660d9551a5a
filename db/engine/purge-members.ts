import { sql } from 'drizzle-orm';
import type { Members } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { NO_USER, touchpoints, usage } from '../schema/activity.ts';
import { accounts } from '../schema/entities.ts';
import { type ChunkResult, type ChunkScope, chunkDigest, NOTHING_LEFT } from './chunk.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { purge } from './purge-accounts.ts';

export type PurgeMembers = { members: Members; cutoff: Day };

/** R11. Deletes the next users or objects whose own revive period is over. A user's usage stays with its account, without the person. */
export async function purgeMembers(tx: Tx, scope: ChunkScope, { members, cutoff }: PurgeMembers): Promise<ChunkResult> {
  const { workspaceId, limit } = scope;
  const table = memberTable(members);
  const rows = await tx.execute<{ id: string; account_id: string }>(sql`
    with due as (
      select m.id from ${table} m join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id
      where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and m.marked_on <= ${cutoff} and m.holds = 0 and not a.held
      order by m.marked_on, m.id limit ${limit}
    )
    select m.id, m.account_id from ${table} m join due on due.id = m.id
    where m.workspace_id = ${workspaceId} and m.marked_on <= ${cutoff} and m.holds = 0
    order by m.account_id, m.external_id for update of m`);
  if (rows.length === 0) return NOTHING_LEFT;
  const ids = rows.map((row) => row.id);
  if (members.collectionId === null)
    await leaveUsageToAccounts(tx, { workspaceId, ids, accountIds: [...new Set(rows.map((row) => row.account_id))] });
  const purged = await purge(
    tx,
    scope,
    sql`delete from ${table} m using ${accounts} a
    where m.workspace_id = ${workspaceId} and m.id = any(${sql.param(ids)}::uuid[]) and m.marked_on <= ${cutoff} and m.holds = 0
      and a.workspace_id = ${workspaceId} and a.id = m.account_id
    returning m.id, a.external_id as account, m.external_id as member, ${members.kind}::text as kind, m.cause`,
  );
  return { ...purged, digest: await chunkDigest(tx, scope), cursor: null, done: false };
}

async function leaveUsageToAccounts(
  tx: Tx,
  { workspaceId, ids, accountIds }: { workspaceId: string; ids: string[]; accountIds: string[] },
): Promise<void> {
  const users = sql`${sql.param(ids)}::uuid[]`;
  await tx.execute(sql`
    insert into ${usage} as u (workspace_id, account_id, day, user_id, module, activity, count)
    select ${workspaceId}::uuid, x.account_id, x.day, ${NO_USER}::uuid, x.module, x.activity, sum(x.count) from ${usage} x
    where x.workspace_id = ${workspaceId} and x.user_id = any(${users}) group by x.account_id, x.day, x.module, x.activity
    on conflict (workspace_id, account_id, day, user_id, module, activity) do update set count = u.count + excluded.count`);
  await tx.execute(
    sql`delete from ${usage} x where x.workspace_id = ${workspaceId} and x.user_id = any(${users}) and x.user_id <> ${NO_USER}::uuid`,
  );
  await tx.execute(sql`
    update ${touchpoints} t set user_ids = (select coalesce(array_agg(id), '{}') from unnest(t.user_ids) id where id <> all(${users}))
    where t.workspace_id = ${workspaceId} and t.account_id = any(${sql.param(accountIds)}::uuid[]) and t.user_ids && ${users}`);
}
