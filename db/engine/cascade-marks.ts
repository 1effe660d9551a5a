import { sql } from 'drizzle-orm';
import type { Day, Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { runEffects } from '../schema/runs.ts';
import {
  type ChunkResult,
  type ChunkScope,
  type Cursor,
  col,
  cursorStart,
  isIn,
  LISTED_COUNTS,
  listEffects,
  listedDigest,
  NOTHING_LEFT,
} from './chunk.ts';

/** `allowedIn`: the earlier run whose marks, allowed by a person, may bear this same day. */
type CascadeMarks = { processDay: Day; heardUntil: Instant; allowedIn?: Day };

/** R10. Takes the sub-accounts below the next accounts that this run marked for inactivity. Goes on below accounts that were marked earlier,
 *  stops at a hold, and at accounts that this run marked for a cause of their own: those are roots themselves.
 *  A mark of this day that an earlier run made is an older mark.
 *  What was heard of after `heardUntil`, when the run began, is as if it had gone along and been revived alone (R12): it and what is below it stay.
 *  Roots are read from the run's own list, where they stand side by side: their rows are all over the table.
 *  A root with more below it than a chunk holds is read again until it has taken them all. */
export async function cascadeMarks(tx: Tx, scope: ChunkScope, step: CascadeMarks, cursor: Cursor): Promise<ChunkResult> {
  const after = cursorStart(cursor);
  const { processDay, heardUntil, allowedIn } = step;
  const older = sql`select e.entity_id from ${runEffects} e where e.workspace_id = ${scope.workspaceId} and e.day = ${allowedIn} and e.effect = 'marked'`;
  const markedByThisRun = (t: string) => sql`${col(t, 'marked_on')} = ${processDay}::date and ${col(t, 'cause')} = 'inactivity'
    ${allowedIn === undefined ? sql`` : sql`and ${col(t, 'id')} not in (${older})`}`;
  const goesAlong = sql`c.holds = 0 and c.last_information_at <= ${heardUntil}::timestamptz
    and not (c.marked_on is not null and ${markedByThisRun('c')})`;
  const [row] = await tx.execute<{
    chunk: number;
    id: string;
    rows: number;
    taken: number;
    counts: Record<string, number>;
    digest: string | null;
  }>(sql`
    with recursive read as materialized (
      select e.chunk, e.entity_id as id from ${runEffects} e
      where e.workspace_id = ${scope.workspaceId} and e.day = ${scope.day} and e.effect = 'marked' and e.kind = 'accounts' and e.cause = 'inactivity'
        and (e.chunk, e.entity_id) > (${after.chunk}, ${after.id}::uuid)
      order by e.chunk, e.entity_id limit ${scope.limit}
    ), parents as materialized (
      select distinct c.parent_id as id from ${accounts} c
      where c.workspace_id = ${scope.workspaceId} and c.parent_id = any(array(select id from read))
    ), roots as materialized (
      select a.id from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'parents')} and ${markedByThisRun('a')}
      order by a.external_id for no key update of a
    ), below as (
      select c.id, roots.id as root_id, c.marked_on is null as open from roots
        join ${accounts} c on c.workspace_id = ${scope.workspaceId} and c.parent_id = roots.id
      where ${goesAlong}
      union
      select c.id, below.root_id, c.marked_on is null as open from below
        join ${accounts} c on c.workspace_id = ${scope.workspaceId} and c.parent_id = below.id
      where ${goesAlong}
    ), chosen as (
      select id, root_id from below where open order by id limit ${scope.limit}
    ), locked as materialized (
      select a.id from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'chosen')} order by a.external_id for no key update of a
    ), changed as (
      update ${accounts} a set marked_on = ${processDay}, cause = 'parent', root_id = chosen.root_id from chosen
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'locked')} and a.id = chosen.id and a.marked_on is null and a.holds = 0
        and a.last_information_at <= ${heardUntil}::timestamptz
      returning a.id, a.external_id as account, null::text as member, 'accounts'::text as kind, a.cause
    ), ${listEffects(scope, 'marked')}
    select chunk, id, (select count(*)::int from read) as rows, (select count(*)::int from chosen) as taken, ${LISTED_COUNTS} as counts, ${listedDigest('marked')} as digest
    from read order by chunk desc, id desc limit 1`);
  if (!row) return NOTHING_LEFT;
  const { counts, digest, taken, rows } = row;
  if (taken >= scope.limit) return { rows: taken, counts, digest, cursor, done: false };
  return {
    rows: Math.max(rows, taken),
    counts,
    digest,
    cursor: { day: processDay, id: row.id, chunk: row.chunk },
    done: rows < scope.limit,
  };
}
