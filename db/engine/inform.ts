import { type SQL, sql } from 'drizzle-orm';
import { INDEX_LAG_DAYS } from '#lib/retention/rules/plan.ts';

/** Attributes of the sender by name, as JSON text; null takes one away. */
export type OwnAttributes = ReadonlyMap<string, string | null>;

/** R1, R2. What information does to a row that stands, `t` beside `excluded`: the clock never moves backwards, and its indexed day follows
 *  only when it has fallen more than a week behind, so that a signal a day moves no index entry a day. */
export const INFORM: SQL = sql.raw(`
  name = excluded.name,
  attributes = case when excluded.attributes = '{}'::jsonb then t.attributes else t.attributes || excluded.attributes end,
  last_information_at = greatest(t.last_information_at, excluded.last_information_at),
  last_information_type = case when excluded.last_information_at < t.last_information_at
    then t.last_information_type else excluded.last_information_type end,
  indexed_information_day = case when t.indexed_information_day < excluded.indexed_information_day - ${INDEX_LAG_DAYS}
    then excluded.indexed_information_day else t.indexed_information_day end`);

/** The attributes that are set, as one JSON object. */
export function attributesJson({ own }: { own: OwnAttributes }): string {
  const set: string[] = [];
  for (const [name, value] of own) if (value !== null) set.push(`${JSON.stringify(name)}:${value}`);
  return `{${set.join(',')}}`;
}
