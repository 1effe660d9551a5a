import { sql } from 'drizzle-orm';
import type { DueCondition } from '#lib/retention/rules/policy.ts';
import type { Day } from '#lib/time.ts';
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

type MarkAccounts = { kind: 'accounts' | 'free_accounts'; due: DueCondition; from: Day; processDay: Day };

/** R9, R13. Reads the next accounts of the due range after `cursor` and marks those that are due for a cause of their own. */
export async function markAccounts(
  tx: Tx,
  scope: ChunkScope,
  { kind, due, from, processDay }: MarkAccounts,
  cursor: Cursor,
): Promise<ChunkResult> {
  const after = cursorStart(cursor);
  const cause = kind === 'accounts' ? 'inactivity' : 'expiry';
  const expiring = kind === 'accounts' ? sql`true` : sql`a.contract_status in ('free', 'unknown')`;
  const [row] = await tx.execute<ChunkRow>(sql`
    with read as (
      select a.id, a.indexed_information_day as day from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and a.marked_on is null and a.holds = 0 and ${expiring}
        and a.indexed_information_day between ${from} and ${due.cutoff}
        and (a.indexed_information_day, a.id) > (${after.day}::date, ${after.id}::uuid)
      order by a.indexed_information_day, a.id limit ${scope.limit}
    ), locked as (
      select a.id from ${accounts} a
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'read')} and ${isDue('a', due)} order by a.external_id for no key update of a
    ), changed as (
      update ${accounts} a set marked_on = ${processDay}, cause = ${cause}
      where a.workspace_id = ${scope.workspaceId} and ${isIn('a', 'locked')}
        and a.marked_on is null and a.holds = 0 and ${expiring} and ${isDue('a', due)}
      returning a.id, a.external_id as account, null::text as member, ${kind}::text as kind, a.cause
    ), ${listEffects(scope, 'marked')}
    select day, id, (select count(*)::int from read) as rows, ${LISTED_COUNTS} as counts, ${listedDigest('marked')} as digest
    from read order by day desc, id desc limit 1`);
  return chunkResult(row, scope.limit);
}
