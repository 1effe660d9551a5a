import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { databaseUrl, onServer } from './on-server.ts';

/**
 * A migrated, empty database for this test file alone. Called at its top level: `DATABASE_URL` names the database before the file's own
 * hooks run, so `transaction()` and `read()` work in it. It is dropped when the file is done.
 */
export function testDatabase(): { readonly url: string } {
  const template = inject('templateUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = databaseUrl(template, name);
  process.env.DATABASE_URL = url;
  beforeAll(() => onServer(template, (sql) => sql`create database ${sql(name)} template ${sql(new URL(template).pathname.slice(1))}`));
  afterAll(() => onServer(template, (sql) => sql`drop database if exists ${sql(name)} with (force)`));
  return { url };
}
