import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { migrate } from '../migrate.ts';

export type BenchDatabase = {
  url: string;
  /** Everything written so far is on disk: what is measured next pays for itself alone. */
  checkpoint(): Promise<void>;
  /** Bytes of write-ahead log so far. */
  walBytes(): Promise<number>;
  /** Does `work`, which adds many rows to `tables`, without their secondary indexes, and builds them afterwards. */
  withoutIndexes(tables: readonly string[], work: () => Promise<void>): Promise<void>;
  /** What the planner knows of `tables` is true, and no vacuum is owed for them. */
  settle(tables: readonly string[]): Promise<void>;
  /** No vacuum comes to `tables` by itself any more. */
  leaveUnvacuumed(tables: readonly string[]): Promise<void>;
  drop(): Promise<void>;
};

/** A migrated, empty database on the server of `url`, and its owner's connection for what the application's role may not do. */
export async function makeBenchDatabase(url: string): Promise<BenchDatabase> {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const server = postgres(url, { max: 1, onnotice: () => {} });
  await server`create database ${server(name)}`;
  const own = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await migrate(own);
  const owner = postgres(own, { max: 1, onnotice: () => {} });
  return {
    url: own,
    async checkpoint() {
      await owner`checkpoint`;
    },
    async walBytes() {
      const [row] = await owner`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as bytes`;
      return row?.bytes ?? 0;
    },
    async withoutIndexes(tables, work) {
      const indexes = await owner`select indexname, indexdef from pg_indexes
        where tablename = any(${tables}) and indexname not in (select conname from pg_constraint)`;
      for (const { indexname } of indexes) await owner`drop index ${owner(indexname)}`;
      await work();
      for (const { indexdef } of indexes) await owner.unsafe(indexdef);
    },
    async settle(tables) {
      await owner.unsafe(`vacuum analyze ${tables.join(', ')}`);
      await owner`checkpoint`;
    },
    async leaveUnvacuumed(tables) {
      for (const table of tables) await owner`alter table ${owner(table)} set (autovacuum_enabled = false)`;
    },
    async drop() {
      await owner.end();
      await server`drop database ${server(name)} with (force)`;
      await server.end();
    },
  };
}
