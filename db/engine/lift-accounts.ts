import { sql } from 'drizzle-orm';
import type { LiftScope } from '#lib/retention/rules/plan.ts';
import type { DueCondition } from '#lib/retention/rules/policy.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import {
  type ChunkResult,
  type ChunkScope,
  type Cursor,
  cursorStart,
  isDue,
  isIn,
  LISTED_COUNTS,
  listEffects,
  listedDigest,
} from './chunk.ts';
import { type ChunkRow, chunkResult } from './chunk-result.ts';

type LiftAccounts = { kind: 'accounts' | 'free_accounts'; due: DueCondition | null; scope: LiftScope };

/** R14. Lifts the marks of the next accounts whose own cause no longer holds, with what went along with them.
 *  What went along is lifted first, so that a chunk that is full leaves the rest to the next one. */
export async function liftAccounts(tx: Tx, scope: ChunkScope, step: LiftAccounts, cursor: Cursor): Promise<ChunkResult> {
  const after = cursorStart(cursor);
  const cause = step.kind === 'accounts' ? 'inactivity' : 'expiry';
  const stands =
    step.kind === 'accounts' ? isDue('a', step.due) : sql`(a.contract_status in ('free', 'unknown') and ${isDue('a', step.due)})`;
  const next =
    step.scope === 'held'
      ? sql`${after.day}::date as day from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and a.holds > 0 and a.cause = ${cause} and a.id > ${after.id}::uuid`
      : sql`a.marked_on as day from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and a.marked_on is not null and a.cause = ${cause}
        and (a.marked_on, a.id) > (${after.day}::date, ${after.id}::uuid)`;
  const [row] = await tx.execute<ChunkRow & { along: number }>(sql`
    with read as materialized (
      select a.id, ${next} order by day, a.id limit ${scope.limit}
    ), roots as materialized (
      select a.id from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'read')} and a.cause = ${cause} and (a.holds > 0 or not ${stands})
      order by a.external_id for no key update of a
    ), along as materialized (
      select a.id from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and a.root_id = any(array(select id from roots)) limit ${scope.limit}
    ), chosen as (
      select id from along
      union all
      select id from roots where (select count(*) from along) < ${scope.limit}
    ), locked as materialized (
      select a.id, a.cause from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'chosen')} order by a.external_id for no key update of a
    ), changed as (
      update ${accounts} a set marked_on = null, cause = null, root_id = null from locked
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'locked')} and a.id = locked.id and a.marked_on is not null
      returning a.id, a.external_id as account, null::text as member,
        case locked.cause when 'expiry' then 'free_accounts' else 'accounts' end as kind, locked.cause
    ), ${listEffects(scope, 'lifted')}
    select day, id, (select count(*)::int from read) as rows, (select count(*)::int from along) as along, ${LISTED_COUNTS} as counts, ${listedDigest('lifted')} as digest
    from read order by day desc, id desc limit 1`);
  if (row && row.along >= scope.limit) return { rows: row.along, counts: row.counts, digest: row.digest, cursor, done: false };
  return chunkResult(row, scope.limit);
}
