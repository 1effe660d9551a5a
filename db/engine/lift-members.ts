import { sql } from 'drizzle-orm';
import type { LiftScope, Members } from '#lib/retention/rules/plan.ts';
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
import { memberTable, ofCollection } from './mark-members.ts';

type LiftMembers = { members: Members; due: DueCondition | null; scope: LiftScope };

/** R14, R15. Lifts the own marks of the next users or objects whose cause no longer holds: their policy, a hold on them, or one on their account. */
export async function liftMembers(tx: Tx, scope: ChunkScope, step: LiftMembers, cursor: Cursor): Promise<ChunkResult> {
  const after = cursorStart(cursor);
  const table = memberTable(step.members);
  const read =
    step.scope === 'held'
      ? sql`select m.id, ${after.day}::date as day from ${accounts} a
        join ${table} m on m.workspace_id = ${scope.workspaceId} and m.account_id = a.id
      where a.workspace_id = ${scope.workspaceId} and a.holds > 0 and (m.holds > 0 or a.held) and m.id > ${after.id}::uuid`
      : sql`select m.id, m.marked_on as day from ${table} m
        join ${accounts} a on a.workspace_id = ${scope.workspaceId} and a.id = m.account_id
      where m.workspace_id = ${scope.workspaceId} and (m.holds > 0 or a.held or not ${isDue('m', step.due)})
        and (m.marked_on, m.id) > (${after.day}::date, ${after.id}::uuid)`;
  const [row] = await tx.execute<ChunkRow>(sql`
    with read as materialized (
      ${read} and ${ofCollection('m', step.members)} and m.marked_on is not null order by day, m.id limit ${scope.limit}
    ), locked as (
      select m.id from ${table} m
      where m.workspace_id = ${scope.workspaceId} and ${isIn('m', 'read')} and m.marked_on is not null order by m.account_id, m.external_id for no key update of m
    ), changed as (
      update ${table} m set marked_on = null, cause = null from ${accounts} a
      where m.workspace_id = ${scope.workspaceId} and ${isIn('m', 'locked')} and a.workspace_id = ${scope.workspaceId} and a.id = m.account_id
      returning m.id, a.external_id as account, m.external_id as member, ${step.members.kind}::text as kind, 'inactivity'::text as cause
    ), ${listEffects(scope, 'lifted')}
    select day, id, (select count(*)::int from read) as rows, ${LISTED_COUNTS} as counts, ${listedDigest('lifted')} as digest
    from read order by day desc, id desc limit 1`);
  return chunkResult(row, scope.limit);
}
