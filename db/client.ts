import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '#lib/env.ts';
import { type Instant, instantOf } from '#lib/time.ts';
import { knowArrays } from './known-arrays.ts';
import { surviving } from './surviving.ts';

type Database = ReturnType<typeof drizzle>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];
type Pool = { client: postgres.Sql; database: Database };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** Serialization failure, deadlock, lock not available, connection trouble: the whole transaction can be tried again. */
const AGAIN = new Set(
  '40001 40P01 55P03 57P01 57P02 57P03 CONNECTION_CLOSED CONNECTION_ENDED CONNECTION_DESTROYED ECONNREFUSED ECONNRESET EPIPE'.split(' '),
);
const TRIES = 6;
/** Sized for two cores: more connections than this only wait for each other. */
const POOL_SIZE = 10;

/** One transaction in `workspaceId`, as the application's own role: no row of another workspace can be seen or written.
 *  Tried again from the start where the database asks for it; `work` must have no effect outside the transaction. */
export function transaction<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withRetry(() => begin(workspaceId, 'read write', work));
}

/** As `transaction`, for reads only. */
export function read<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withRetry(() => begin(workspaceId, 'read only', work));
}

/** One transaction over the local tables (people, sessions, directory, queue): it sees an empty workspace. */
export function platform<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return withRetry(() => begin(null, 'read write', work));
}

/** Says, before the first query, that this process makes much by doing one small thing a thousand times over, and that what it makes can be made again:
 *  plans are kept (a year of quiet days costs the server 12 s instead of 24) and commits are not waited for (a crash of the server takes the last of them
 *  back, in their order). Not for others: a plan made while a table is nearly empty is ruinous when it has filled. */
export function connectForHaste(): void {
  inHaste = true;
}

/** The machine's clock: sessions, leases and durations only. */
export function machineNow(): Instant {
  return instantOf(Date.now());
}

/** Ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const pool = holder.perennialPool;
  holder.perennialPool = undefined;
  await pool?.client.end({ timeout: 5 });
}

async function begin<T>(workspaceId: string | null, access: 'read write' | 'read only', work: (tx: Tx) => Promise<T>): Promise<T> {
  if (workspaceId !== null && !UUID.test(workspaceId)) throw new Error('not a workspace id');
  const mode = `set transaction isolation level read committed, ${access}`;
  const place = `set local role perennial_app; set local app.workspace_id = '${workspaceId ?? ''}'`;
  return pool().database.transaction(async (tx) => {
    await tx.execute(sql.raw(`${mode}; ${place}`));
    return work(tx);
  });
}

async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= TRIES || !AGAIN.has(sqlState(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** tries * (0.5 + Math.random())));
    }
  }
}

/** The SQLSTATE (or the driver's own code) of a failure, wherever it is wrapped; empty where it has none. */
export function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? sqlState(error.cause) : '';
}

// Kept on globalThis: a development server reloads this module and must not open a pool each time.
const holder = globalThis as { perennialPool?: Pool };

let inHaste = false;

function pool(): Pool {
  holder.perennialPool ??= open(env().DATABASE_URL);
  return holder.perennialPool;
}

function open(url: string): Pool {
  const client = postgres(url, {
    max: POOL_SIZE,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 0.5),
    onnotice: () => {},
    fetch_types: false,
    connection: {
      application_name: 'perennial',
      TimeZone: 'UTC',
      statement_timeout: 120_000,
      lock_timeout: 30_000,
      idle_in_transaction_session_timeout: 120_000,
      'citus.propagate_set_commands': 'local',
      ...(inHaste ? { synchronous_commit: 'off' } : {}),
    },
  });
  const survivor = surviving(client);
  const database = drizzle(inHaste ? keepingPlans(survivor) : survivor);
  knowArrays(client);
  return { client, database };
}

/** drizzle asks for a plan anew each time: here it asks for one to be kept. */
function keepingPlans(client: postgres.Sql): postgres.Sql {
  type Work = (tx: postgres.TransactionSql) => unknown;
  const begin = client.begin.bind(client) as unknown as (work: Work) => Promise<unknown>;
  return Object.assign(client, { begin: (work: Work) => begin((tx) => work(keepingPlansIn(tx))) });
}

function keepingPlansIn(tx: postgres.TransactionSql): postgres.TransactionSql {
  const unsafe = tx.unsafe.bind(tx);
  const kept = (query: string, parameters: never[] = [], options: postgres.UnsafeQueryOptions = {}) =>
    unsafe(query, parameters, { ...options, prepare: parameters.length > 0 });
  return Object.assign(tx, { unsafe: kept });
}
