import { type SQL, sql } from 'drizzle-orm';

/** Values are summed as so many times less and made large again outside the database: it refuses a sum that no double can hold, and two contract values may
 *  come to one. A power of two, so that no digit is lost. */
const SCALE = 2 ** 40;

/** The sum of a double-precision expression, for `summed` to read; null of nothing. */
export function sumOf(value: SQL): SQL {
  return sql`sum(${value} / ${SCALE}::float8)`;
}

/** What `sumOf` comes to; the largest number there is where it is more. */
export function summed(sum: number | null | undefined): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, (sum ?? 0) * SCALE));
}
