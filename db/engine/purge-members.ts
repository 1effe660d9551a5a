import { sql } from 'drizzle-orm';
import type { Members } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { NO_USER, touchpoints, usage } from '../schema/activity.ts';
import { accounts } from '../schema/entities.ts';
import { type ChunkResult, type ChunkScope, type Cursor, chunkDigest, cursorStart, isIn, NOTHING_LEFT } from './chunk.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { purge } from './purge-accounts.ts';

type PurgeMembers = { members: Members; cutoff: Day };

/** R11. Deletes the next users or objects whose own revive period is over. A user's usage stays with its account, without the person. */
export async function purgeMembers(tx: Tx, scope: ChunkScope, step: PurgeMembers, cursor: Cursor): Promise<ChunkResult> {
  const { workspaceId, limit } = scope;
  const read = await lockDue(tx, scope, step, cursor);
  const last = read.at(-1);
  if (!last) return NOTHING_LEFT;
  const locked = read.filter((row) => row.locked);
  const ids = locked.map((row) => row.id);
  if (step.members.collectionId === null && ids.length > 0)
    await leaveUsageToAccounts(tx, { workspaceId, ids, accountIds: [...new Set(locked.map((row) => row.accountId))] });
  const counts = await purge(
    tx,
    scope,
    sql`changed as (
      delete from ${memberTable(step.members)} m using ${accounts} a
    where m.workspace_id = ${workspaceId} and m.id = any(${sql.param(ids)}::uuid[]) and m.marked_on <= ${step.cutoff} and m.holds = 0
      and a.workspace_id = ${workspaceId} and a.id = m.account_id and not a.held
    returning m.id, a.external_id as account, m.external_id as member, ${step.members.kind}::text as kind, m.cause
    )`,
  );
  const { day, id } = last;
  return { rows: read.length, counts, digest: await chunkDigest(tx, scope), cursor: { day, id }, done: read.length < limit };
}

type Read = { id: string; day: Day; accountId: string; locked: boolean };

/** The next ones that are due; those that still are once their account, which a hold on it would have changed, and they themselves are locked. */
async function lockDue(tx: Tx, { workspaceId, limit }: ChunkScope, { members, cutoff }: PurgeMembers, cursor: Cursor): Promise<Read[]> {
  const after = cursorStart(cursor);
  const table = memberTable(members);
  return tx.execute<Read>(sql`
    with read as materialized (
      select m.id, m.marked_on as day, m.account_id from ${table} m join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id
      where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and m.marked_on <= ${cutoff} and m.holds = 0 and not a.held
        and (m.marked_on, m.id) > (${after.day}::date, ${after.id}::uuid)
      order by m.marked_on, m.id limit ${limit}
    ), kept as materialized (
      select a.id from ${accounts} a
      where a.workspace_id = ${workspaceId} and a.id = any(array(select account_id from read)) and not a.held order by a.external_id for no key update of a
    ), locked as (
      select m.id from ${table} m
      where m.workspace_id = ${workspaceId} and ${isIn('m', 'read')} and m.account_id = any(array(select id from kept)) and m.marked_on <= ${cutoff} and m.holds = 0
      order by m.account_id, m.external_id for update of m
    )
    select read.id, read.day, read.account_id as "accountId", locked.id is not null as locked
    from read left join locked on locked.id = read.id order by read.day, read.id`);
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
