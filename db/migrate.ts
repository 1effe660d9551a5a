import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Brings the database at `url` up to date, as its owner; a second call does nothing. Several at once wait for each other.
 *  Reads the numbered migrations of `db/migrations`, from the project's root. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { 'citus.multi_shard_modify_mode': 'sequential' } });
  try {
    await client`select pg_advisory_lock(7201946)`;
    await applyMigrations(drizzle(client), { migrationsFolder: path.resolve('db/migrations') });
  } finally {
    await client.end();
  }
}
