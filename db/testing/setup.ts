import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { startTestCluster } from '../../scripts/launch/test-cluster.ts';
import { migrate } from '../migrate.ts';
import { databaseUrl, onServer } from './on-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a migrated database that nobody connects to: `testDatabase()` copies it. */
    templateUrl: string;
  }
}

/** Once a run: a server (`TEST_DATABASE_URL`, else an embedded one of this run's own) with one migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, destroy: () => {} } : await startTestCluster();
  const template = `template_${randomBytes(6).toString('hex')}`;
  const templateUrl = databaseUrl(server.url, template);
  const teardown = async () => {
    await onServer(server.url, (sql) => sql`drop database if exists ${sql(template)} with (force)`);
    server.destroy();
  };
  try {
    await onServer(server.url, (sql) => sql`create database ${sql(template)}`);
    await migrate(templateUrl);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('templateUrl', templateUrl);
  return teardown;
}
