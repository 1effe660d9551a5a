import { type SQL, sql } from 'drizzle-orm';

type ColumnType = 'uuid' | 'text' | 'date' | 'timestamptz' | 'float8' | 'integer' | 'bigint';
type Value = string | number | null;

/** `rows` as a table `r`, one list a column: one statement takes any number of them with as many parameters as it has columns. */
export function unnest<R>(rows: readonly R[], columns: Record<string, readonly [type: ColumnType, value: (row: R) => Value]>): SQL {
  const lists = Object.values(columns).map(([type, value]) => arrayOf(type, rows.map(value)));
  return sql`unnest(${sql.join(lists, sql`, `)}) as r (${sql.raw(Object.keys(columns).join(', '))})`;
}

/** One parameter that is a list. Written out here: the driver writes lists of some types only. */
export function arrayOf(type: ColumnType, values: readonly Value[]): SQL {
  return sql`${`{${values.map(element).join(',')}}`}::${sql.raw(type)}[]`;
}

function element(value: Value): string {
  if (typeof value !== 'string') return String(value);
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
