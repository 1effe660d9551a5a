import { type SQL, sql } from 'drizzle-orm';
import type { DueCondition } from '#lib/retention/rules/policy.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { type RunEffect, runEffects } from '../schema/runs.ts';

/** Where a statement of the engine works: one workspace, one chunk of one run, at most `limit` rows. */
export type ChunkScope = { workspaceId: string; day: Day; chunk: number; limit: number };

/** Where a step goes on: the key of the last row that it read; `chunk` where that is a row of the run's own list. Null is the beginning. */
export type Cursor = { day: Day; id: string; chunk?: number } | null;

/** What a chunk did. `rows` counts what it read or changed, whichever is more, so that a transaction can be bounded. */
export type ChunkResult = {
  rows: number;
  /** Changes by the policy kind under which they count. */
  counts: Record<string, number>;
  /** SHA-256, hex, over the rows that it added to the run's own list; null where it added none (R30). */
  digest: string | null;
  cursor: Cursor;
  /** Whether the step has nothing left. */
  done: boolean;
};

export const NOTHING_LEFT: ChunkResult = { rows: 0, counts: {}, digest: null, cursor: null, done: true };

const FIRST_DAY = '0001-01-01' as Day;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export function cursorStart(cursor: Cursor): { day: Day; id: string; chunk: number } {
  return { day: FIRST_DAY, id: FIRST_ID, chunk: 0, ...cursor };
}

/** R5, R6, R9. Whether the entity of alias `t` is due; a null condition asks nobody. */
export function isDue(t: string, due: DueCondition | null): SQL {
  if (due === null) return sql`false`;
  const silent = sql`${col(t, 'last_information_day')} <= ${due.cutoff}`;
  if (due.updatedAfter === null) return silent;
  return sql`(${silent} and ${col(t, 'last_information_at')} > ${due.updatedAfter}::timestamptz and ${col(t, 'last_information_at')} > ${col(t, 'created_at')})`;
}

/** Whether the row of alias `t` is one of those of a CTE. As one list of ids the planner reads them by key, however many it believes there are;
 *  a join it may turn into a scan of the whole table. */
export function isIn(t: string, cte: string): SQL {
  return sql.raw(`${t}.id = any(array(select id from ${cte}))`);
}

export function col(table: string, column: string): SQL {
  return sql.raw(`${table}.${column}`);
}

/** CTE `listed`: writes the rows of CTE `changed` (id, account, member, kind, cause) into the run's own list, in the order of its index. */
export function listEffects({ workspaceId, day, chunk }: ChunkScope, effect: RunEffect): SQL {
  return sql`listed as (
    insert into ${runEffects} (workspace_id, day, chunk, entity_id, effect, kind, account, member, cause)
    select ${workspaceId}::uuid, ${day}::date, ${chunk}::integer, id, ${effect}, kind, account, member, cause from changed order by id
  )`;
}

/** SHA-256, hex, over the rows of one chunk in the run's own list; null where there are none. */
const digest = (effect: string, id: string) =>
  sql.raw(`encode(sha256(convert_to(string_agg(concat_ws('/', ${effect}, kind, account, member), E'\\n' order by ${id}), 'UTF8')), 'hex')`);

/** The digest of what `listEffects` writes. */
export function listedDigest(effect: RunEffect): SQL {
  return sql`(select ${digest(`'${effect}'`, 'id')} from changed)`;
}

/** What `listEffects` writes, counted by kind, as one JSON object. */
export const LISTED_COUNTS = sql.raw(
  `(select coalesce(json_object_agg(kind, n), '{}') from (select kind, count(*)::int as n from changed group by kind) by_kind)`,
);

/** The same digest over what the list holds now: for chunks of several statements, and for whoever checks the trail. */
export async function chunkDigest(
  tx: Tx,
  { workspaceId, day, chunk }: Pick<ChunkScope, 'workspaceId' | 'day' | 'chunk'>,
): Promise<string | null> {
  const [row] = await tx.execute<{ digest: string | null }>(
    sql`select ${digest('effect', 'entity_id')} as digest from ${runEffects} where workspace_id = ${workspaceId} and day = ${day} and chunk = ${chunk}`,
  );
  return row?.digest ?? null;
}
