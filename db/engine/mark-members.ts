import { type SQL, sql } from 'drizzle-orm';
import type { Members } from '#lib/retention/rules/plan.ts';
import type { DueCondition } from '#lib/retention/rules/policy.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts, objects, users } from '../schema/entities.ts';
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

type MarkMembers = { members: Members; due: DueCondition; from: Day; processDay: Day };

/** R9. As `markAccounts`, for users or the objects of a collection. Members of a marked account get no mark of their own, those of a held one are kept. */
export async function markMembers(
  tx: Tx,
  scope: ChunkScope,
  { members, due, from, processDay }: MarkMembers,
  cursor: Cursor,
): Promise<ChunkResult> {
  const after = cursorStart(cursor);
  const table = memberTable(members);
  const [row] = await tx.execute<ChunkRow>(sql`
    with read as (
      select m.id, m.indexed_information_day as day from ${table} m
      where m.workspace_id = ${scope.workspaceId} and ${ofCollection('m', members)} and m.marked_on is null and m.holds = 0
        and m.indexed_information_day between ${from} and ${due.cutoff}
        and (m.indexed_information_day, m.id) > (${after.day}::date, ${after.id}::uuid)
      order by m.indexed_information_day, m.id limit ${scope.limit}
    ), locked as (
      select m.id from ${table} m join ${accounts} a on a.workspace_id = ${scope.workspaceId} and a.id = m.account_id
      where m.workspace_id = ${scope.workspaceId} and ${isIn('m', 'read')} and a.marked_on is null and not a.held and ${isDue('m', due)}
      order by m.account_id, m.external_id for no key update of m
    ), changed as (
      update ${table} m set marked_on = ${processDay}, cause = 'inactivity' from ${accounts} a
      where m.workspace_id = ${scope.workspaceId} and ${isIn('m', 'locked')}
        and m.marked_on is null and m.holds = 0 and ${isDue('m', due)}
        and a.workspace_id = ${scope.workspaceId} and a.id = m.account_id
      returning m.id, a.external_id as account, m.external_id as member, ${members.kind}::text as kind, m.cause
    ), ${listEffects(scope, 'marked')}
    select day, id, (select count(*)::int from read) as rows, ${LISTED_COUNTS} as counts, ${listedDigest('marked')} as digest
    from read order by day desc, id desc limit 1`);
  return chunkResult(row, scope.limit);
}

export function memberTable({ collectionId }: Members): typeof users | typeof objects {
  return collectionId === null ? users : objects;
}

export function ofCollection(alias: string, { collectionId }: Members): SQL {
  return collectionId === null ? sql`true` : sql`${sql.raw(alias)}.collection_id = ${collectionId}::uuid`;
}
