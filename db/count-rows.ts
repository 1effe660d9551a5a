import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { summed, sumOf } from './sum-values.ts';

/** How many rows; `about` where that is the database's estimate. */
export type Total = { total: number; about: boolean };
/** With the sum of what they have; null where they were not all read. */
export type ValuedTotal = Total & { value: number | null };

/** Counts the rows of a `select … as value` exactly up to `upTo`; beyond, it gives the planner's estimate, which costs nothing. */
export async function countRows(tx: Tx, rows: SQL, upTo: number): Promise<ValuedTotal> {
  const [counted] = await tx.execute<{ n: number; value: number | null }>(
    sql`select count(*)::int as n, ${sumOf(sql`value`)} as value from (${rows} limit ${upTo + 1}) counted`,
  );
  const exact = counted?.n ?? 0;
  if (exact <= upTo) return { total: exact, about: false, value: summed(counted?.value) };
  return { total: Math.max(upTo, await estimateRows(tx, rows)), about: true, value: null };
}

/** How many rows the planner expects of a `select`. */
export async function estimateRows(tx: Tx, rows: SQL): Promise<number> {
  const [plan] = await tx.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(sql`explain (format json) ${rows}`);
  return plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}
