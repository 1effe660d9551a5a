import { afterAll, beforeAll } from 'vitest';
import { startTestCluster } from '../../scripts/launch/test-cluster.ts';
import { closeDatabase } from '../client.ts';
import { migrate } from '../migrate.ts';

type DurableDatabase = {
  /** The settings of a program that works in it, with `more`. */
  env(more: Record<string, string>): NodeJS.ProcessEnv;
  /** Kills the server and everything it started, as a power cut would, and starts it again. */
  crash(): Promise<void>;
};

/** A server of this test file alone that keeps what was committed through a crash. Called at the file's top level, like `testDatabase`. */
export function durableDatabase(): DurableDatabase {
  let cluster: Awaited<ReturnType<typeof startTestCluster>> | undefined;
  const running = () => {
    if (!cluster) throw new Error('the server is not started');
    return cluster;
  };
  beforeAll(async () => {
    cluster = await startTestCluster({ durable: true });
    await migrate(cluster.url);
    process.env.DATABASE_URL = cluster.url;
  });
  afterAll(async () => {
    await closeDatabase();
    cluster?.destroy();
  });
  return { env: (more) => ({ ...process.env, DATABASE_URL: running().url, ...more }), crash: () => running().crash() };
}
