import { type SQL, sql } from 'drizzle-orm';
import type { EntityFacts } from '#lib/entities/rules/entity-answer.ts';
import type { Direction } from '#lib/entities/rules/entity-order.ts';
import { type Instant, instantOf } from '#lib/time.ts';

/** What every list selects of an entity under the names of `EntityFacts`; instants are the database's text. */
export type EntityRow = Omit<EntityFacts, 'lastInformationAt' | 'createdAt'> & { lastInformationAt: string; createdAt: string };

export function instantsOf({ lastInformationAt, createdAt }: Pick<EntityRow, 'lastInformationAt' | 'createdAt'>) {
  return { lastInformationAt: instantText(lastInformationAt), createdAt: instantText(createdAt) };
}

export function instantText(value: string): Instant {
  return instantOf(Date.parse(value));
}

/** Rows behind `key` in a list's order, or before it; without a key, from the list's beginning or its end. */
export type Keyset = { key: readonly string[] | null; backwards: boolean; limit: number };

/** One part of an order's key: its expression, and its type in the database. */
export type KeyPart = readonly [expression: SQL, type: 'text' | 'uuid' | 'date' | 'float8' | 'integer'];

/** The rows of `keyset` in an order: a condition, and the order by which to read them. Read backwards, they come in reverse. */
export function pageSql(parts: readonly KeyPart[], direction: Direction, { key, backwards, limit }: Keyset): { beyond: SQL; ordered: SQL } {
  const down = (direction === 'desc') !== backwards;
  const turn = sql.raw(down ? 'desc' : 'asc');
  const columns = parts.map(([expression]) => expression);
  const values = parts.map(([, type], i) => sql`${key?.[i] ?? null}::${sql.raw(type)}`);
  const compared = sql`(${sql.join(columns, sql`, `)}) ${sql.raw(down ? '<' : '>')} (${sql.join(values, sql`, `)})`;
  const orders = columns.map((column) => sql`${column} ${turn}`);
  return { beyond: key === null ? sql`true` : compared, ordered: sql`order by ${sql.join(orders, sql`, `)} limit ${limit}` };
}

/** All of `conditions`. */
export function allOf(conditions: readonly (SQL | null)[]): SQL {
  return sql.join(
    conditions.filter((c) => c !== null),
    sql` and `,
  );
}
