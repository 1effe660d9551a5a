import { type SQL, sql } from 'drizzle-orm';
import { INDEX_LAG_DAYS } from '#lib/retention/rules/plan.ts';
import { dayOf, type Instant } from '#lib/time.ts';

/** Attributes of the sender by name, as JSON text; null takes one away. */
export type OwnAttributes = ReadonlyMap<string, string | null>;

type Information = { at: SQL; type: SQL; day: SQL };

/** R1, R2. What information does to the clock of the row `t`: it never moves backwards, and its indexed day follows only when it has fallen more
 *  than a week behind, so that a signal a day moves no index entry a day. */
export function moveClock({ at, type, day }: Information): SQL {
  return sql`last_information_at = greatest(t.last_information_at, ${at}),
    last_information_type = case when ${at} < t.last_information_at then t.last_information_type else ${type} end,
    indexed_information_day = case when t.indexed_information_day < ${day} - ${sql.raw(String(INDEX_LAG_DAYS))}
      then ${day} else t.indexed_information_day end`;
}

/** As `moveClock`, where what a person did counts as the information. */
export function moveClockTo(at: Instant, type: 'revive' | 'restore'): SQL {
  return moveClock({ at: sql`${at}::timestamptz`, type: sql`${type}`, day: sql`${dayOf(at)}::date` });
}

/** What a signal does to a row that stands, `t` beside `excluded`. */
export const INFORM: SQL = sql`name = excluded.name,
  attributes = case when excluded.attributes = '{}'::jsonb then t.attributes else t.attributes || excluded.attributes end,
  ${moveClock({
    at: sql.raw('excluded.last_information_at'),
    type: sql.raw('excluded.last_information_type'),
    day: sql.raw('excluded.indexed_information_day'),
  })}`;

/** The attributes that are set, as one JSON object. */
export function attributesJson({ own }: { own: OwnAttributes }): string {
  const set: string[] = [];
  for (const [name, value] of own) if (value !== null) set.push(`${JSON.stringify(name)}:${value}`);
  return `{${set.join(',')}}`;
}
