import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { type ChunkResult, type ChunkScope, isIn, LISTED_COUNTS, listEffects, listedDigest, NOTHING_LEFT } from './chunk.ts';

/** R14. Releases the sub-accounts that went along and are on hold now, each with what is below it of the same root:
 *  by the parents of this moment, through accounts that are marked otherwise too. Reads from the beginning until none is left:
 *  what is on hold goes last, since the rest of a full chunk is found by it. */
export async function liftAlong(tx: Tx, scope: ChunkScope): Promise<ChunkResult> {
  const [row] = await tx.execute<{ rows: number; counts: Record<string, number>; digest: string | null }>(sql`
    with recursive held as materialized (
      select a.id, a.root_id from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and a.holds > 0 and a.cause = 'parent'
    ), below as (
      select id, root_id from held
      union
      select c.id, below.root_id from below join ${accounts} c on c.workspace_id = ${scope.workspaceId} and c.parent_id = below.id
    ), chosen as (
      select a.id from below join ${accounts} a on a.id = below.id and a.root_id = below.root_id
      where a.workspace_id = ${scope.workspaceId} and a.cause = 'parent' order by a.holds > 0, a.id limit ${scope.limit}
    ), locked as materialized (
      select a.id from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'chosen')} and a.cause = 'parent' order by a.external_id for no key update of a
    ), changed as (
      update ${accounts} a set marked_on = null, cause = null, root_id = null
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'locked')} and a.cause = 'parent'
      returning a.id, a.external_id as account, null::text as member, 'accounts'::text as kind, 'parent'::text as cause
    ), ${listEffects(scope, 'lifted')}
    select (select count(*)::int from chosen) as rows, ${LISTED_COUNTS} as counts, ${listedDigest('lifted')} as digest`);
  if (!row || row.rows === 0) return NOTHING_LEFT;
  return { ...row, cursor: null, done: row.rows < scope.limit };
}
