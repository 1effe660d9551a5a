import { type SQL, sql } from 'drizzle-orm';
import { totalOf } from '#lib/retention/rules/progress.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { tasks, touchpoints, usage } from '../schema/activity.ts';
import { accounts, collections, objects, users } from '../schema/entities.ts';
import {
  type ChunkResult,
  type ChunkScope,
  type Cursor,
  chunkDigest,
  cursorStart,
  isIn,
  LISTED_COUNTS,
  listEffects,
  NOTHING_LEFT,
} from './chunk.ts';
import { emptySamples } from './empty-samples.ts';
import { keepStatistics } from './keep-statistics.ts';

/** What an account leaves behind besides its users and objects: deleted before it. */
export const ACCOUNT_ACTIVITY = [usage, touchpoints, tasks];

type PurgeAccounts = { marks: 'own' | 'along'; cutoff: Day };

/** R11. Deletes the next accounts whose revive period is over, with their users, objects and everything else of theirs; what stays below them
 *  becomes top-level. What went along follows when its root is gone, and can until then be revived alone.
 *  Every statement asks again whether the mark stands; the accounts are locked by the first. */
export async function purgeAccounts(tx: Tx, scope: ChunkScope, step: PurgeAccounts, cursor: Cursor): Promise<ChunkResult> {
  const { workspaceId, limit } = scope;
  const read = await lockDue(tx, scope, step, cursor);
  const last = read.at(-1);
  if (!last) return NOTHING_LEFT;
  const ids = sql`${sql.param(read.flatMap(({ id, locked }) => (locked ? [id] : [])))}::uuid[]`;
  const due = sql`a.workspace_id = ${workspaceId} and a.id = any(${ids}) and a.marked_on <= ${step.cutoff} and a.holds = 0`;
  await keepStatistics(tx, { workspaceId, due });
  for (const table of ACCOUNT_ACTIVITY) {
    await tx.execute(
      sql`delete from ${table} x using ${accounts} a where x.workspace_id = ${workspaceId} and x.account_id = a.id and ${due}`,
    );
  }
  await emptySamples(tx, { workspaceId, due });
  const members = await purge(tx, scope, membersOf(workspaceId, due));
  await tx.execute(sql`update ${accounts} s set parent_id = null from ${accounts} a where s.workspace_id = ${workspaceId} and s.parent_id = a.id
    and s.id <> all(${ids}) and ${due}`);
  const own = await purge(
    tx,
    scope,
    sql`changed as (
      delete from ${accounts} a where ${due}
      returning a.id, a.external_id as account, null::text as member, 'accounts'::text as kind, a.cause
    )`,
  );
  const counts = { ...members, ...own };
  return {
    rows: Math.max(read.length, totalOf(counts)),
    counts,
    digest: await chunkDigest(tx, scope),
    cursor: { day: last.day, id: last.id },
    done: read.length < limit,
  };
}

type Read = { id: string; day: Day; locked: boolean };

/** The next accounts that are due, and whether they still are once they are locked. */
async function lockDue(tx: Tx, { workspaceId, limit }: ChunkScope, { marks, cutoff }: PurgeAccounts, cursor: Cursor): Promise<Read[]> {
  const after = cursorStart(cursor);
  const ofThese =
    marks === 'own'
      ? sql`a.cause <> 'parent'`
      : sql`a.cause = 'parent' and not exists (select 1 from ${accounts} r where r.workspace_id = ${workspaceId} and r.id = a.root_id)`;
  return tx.execute<Read>(sql`
    with read as materialized (
      select a.id, a.marked_on as day from ${accounts} a
      where a.workspace_id = ${workspaceId} and a.marked_on <= ${cutoff} and a.holds = 0 and ${ofThese}
        and (a.marked_on, a.id) > (${after.day}::date, ${after.id}::uuid)
      order by a.marked_on, a.id limit ${limit}
    ), locked as (
      select a.id from ${accounts} a
      where a.workspace_id = ${workspaceId} and ${isIn('a', 'read')} and a.marked_on <= ${cutoff} and a.holds = 0
      order by a.external_id for update of a
    )
    select read.id, read.day, locked.id is not null as locked from read left join locked on locked.id = read.id order by read.day, read.id`);
}

/** CTE `changed`: the users and objects of the accounts `a` that `due` is true of, deleted. */
function membersOf(workspaceId: string, due: SQL): SQL {
  return sql`gone_objects as (
      delete from ${objects} m using ${accounts} a where m.workspace_id = ${workspaceId} and m.account_id = a.id and ${due}
      returning m.id, a.external_id as account, m.external_id as member, m.collection_id
    ), gone_users as (
      delete from ${users} m using ${accounts} a where m.workspace_id = ${workspaceId} and m.account_id = a.id and ${due}
      returning m.id, a.external_id as account, m.external_id as member
    ), changed as (
      select m.id, m.account, m.member, c.name as kind, 'parent'::text as cause from gone_objects m
        join ${collections} c on c.workspace_id = ${workspaceId} and c.id = m.collection_id
      union all
      select id, account, member, 'users', 'parent' from gone_users
    )`;
}

/** Writes what `deletion`, which ends with a CTE `changed`, deletes into the run's own list. Gives how much of each kind. */
export async function purge(tx: Tx, scope: ChunkScope, deletion: SQL): Promise<Record<string, number>> {
  const [row] = await tx.execute<{ counts: Record<string, number> }>(
    sql`with ${deletion}, ${listEffects(scope, 'purged')} select ${LISTED_COUNTS} as counts`,
  );
  return row?.counts ?? {};
}
