import { sql } from 'drizzle-orm';
import { fromDrizzle } from 'pg-boss';
import type { Tx } from './client.ts';

/** A transaction as the queue's library takes it: a job sent through it exists only if the transaction commits. */
export function queueDatabase(tx: Tx): ReturnType<typeof fromDrizzle> {
  return fromDrizzle(tx, sql);
}
