import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { PgBoss } from 'pg-boss';
import postgres from 'postgres';

const QUEUES = ['daily-run', 'daily-schedule'];

/** Brings the database at `url` up to date, as its owner; a second call does nothing. Several at once wait for each other.
 *  Reads the numbered migrations of `db/migrations`, from the project's root, and makes the queue's own schema. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { 'citus.multi_shard_modify_mode': 'sequential' } });
  try {
    await client`select pg_advisory_lock(7201946)`;
    await applyMigrations(drizzle(client), { migrationsFolder: path.resolve('db/migrations') });
    await prepareQueue(url);
    await client`grant usage on schema pgboss to perennial_app`;
    await client`grant select, insert, update, delete on all tables in schema pgboss to perennial_app`;
    await client`grant execute on all functions in schema pgboss to perennial_app`;
  } finally {
    await client.end();
  }
}

async function prepareQueue(url: string): Promise<void> {
  const queue = new PgBoss({ connectionString: url, schema: 'pgboss', supervise: false, schedule: false, max: 1 });
  // Without a listener an error of a pooled connection would end the process; `start` and `createQueue` reject by themselves.
  queue.on('error', () => {});
  await queue.start();
  for (const name of QUEUES) await queue.createQueue(name, { policy: 'standard', retryLimit: 2, expireInSeconds: 3600 });
  await queue.stop({ graceful: false });
}
