import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { tasks, touchpoints, usage } from '../schema/activity.ts';
import { accounts, collections, objects, users } from '../schema/entities.ts';
import { type ChunkResult, type ChunkScope, type Cursor, chunkDigest, LISTED_COUNTS, listEffects, NOTHING_LEFT } from './chunk.ts';

/** What an account leaves behind besides its users and objects: deleted before it. */
export const ACCOUNT_ACTIVITY = [usage, touchpoints, tasks];

type Purged = { rows: number; counts: Record<string, number> };

/** R11. Deletes the next accounts whose revive period is over, with their users, objects and everything else of theirs; what stays below them
 *  becomes top-level. Those marked for a cause of their own go first: what went along with one that is gone follows, and can until then be revived alone.
 *  Every statement asks again whether the mark stands; the accounts are locked by the first. */
export async function purgeAccounts(tx: Tx, scope: ChunkScope, { cutoff }: { cutoff: Day }, cursor: Cursor): Promise<ChunkResult> {
  const own = cursor === null;
  const ids = await lockDue(tx, scope, cutoff, own);
  if (ids.length === 0 && own) return { ...NOTHING_LEFT, cursor: ALONG_NEXT, done: false };
  if (ids.length === 0) return NOTHING_LEFT;
  const { workspaceId } = scope;
  const due = sql`a.workspace_id = ${workspaceId} and a.id = any(${sql.param(ids)}::uuid[]) and a.marked_on <= ${cutoff} and a.holds = 0`;
  for (const table of ACCOUNT_ACTIVITY) {
    await tx.execute(
      sql`delete from ${table} x using ${accounts} a where x.workspace_id = ${workspaceId} and x.account_id = a.id and ${due}`,
    );
  }
  const purged = [
    await purge(
      tx,
      scope,
      sql`delete from ${objects} m using ${accounts} a, ${collections} c
      where m.workspace_id = ${workspaceId} and m.account_id = a.id and c.workspace_id = ${workspaceId} and c.id = m.collection_id and ${due}
      returning m.id, a.external_id as account, m.external_id as member, c.name as kind, 'parent'::text as cause`,
    ),
    await purge(
      tx,
      scope,
      sql`delete from ${users} m using ${accounts} a
      where m.workspace_id = ${workspaceId} and m.account_id = a.id and ${due}
      returning m.id, a.external_id as account, m.external_id as member, 'users'::text as kind, 'parent'::text as cause`,
    ),
  ];
  await tx.execute(sql`update ${accounts} s set parent_id = null from ${accounts} a where s.workspace_id = ${workspaceId} and s.parent_id = a.id
    and s.id <> all(${sql.param(ids)}::uuid[]) and ${due}`);
  purged.push(
    await purge(
      tx,
      scope,
      sql`delete from ${accounts} a where ${due}
      returning a.id, a.external_id as account, null::text as member, 'accounts'::text as kind, a.cause`,
    ),
  );
  return {
    rows: purged.reduce((sum, p) => sum + p.rows, 0),
    counts: Object.assign({}, ...purged.map((p) => p.counts)),
    digest: await chunkDigest(tx, scope),
    cursor: own ? null : ALONG_NEXT,
    done: false,
  };
}

/** Says that the accounts of an own cause are gone and those that went along are next. */
const ALONG_NEXT: Cursor = { day: '9999-12-31' as Day, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

async function lockDue(tx: Tx, { workspaceId, limit }: ChunkScope, cutoff: Day, own: boolean): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with due as (
      select a.id from ${accounts} a
      where a.workspace_id = ${workspaceId} and a.marked_on <= ${cutoff} and a.holds = 0 and a.cause ${sql.raw(own ? '<>' : '=')} 'parent'
      order by a.marked_on, a.id limit ${limit}
    )
    select a.id from ${accounts} a join due on due.id = a.id
    where a.workspace_id = ${workspaceId} and a.marked_on <= ${cutoff} and a.holds = 0
    order by a.external_id for update of a`);
  return rows.map((row) => row.id);
}

export async function purge(tx: Tx, scope: ChunkScope, deletion: SQL): Promise<Purged> {
  const [row] = await tx.execute<Purged>(sql`
    with changed as (${deletion}), ${listEffects(scope, 'purged')}
    select (select count(*)::int from changed) as rows, ${LISTED_COUNTS} as counts`);
  return row ?? { rows: 0, counts: {} };
}
