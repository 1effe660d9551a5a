import fs from 'node:fs';
import { processIdentity, stillLives } from './lock.mjs';
import { type Cluster, discardCluster, startCluster } from './postgres.ts';
import { postgresHome } from './postgres-home.ts';

/**
 * A cluster for the tests of this process alone. It is quick because nothing of it has to outlive a crash; tests that crash it ask for a
 * durable one. Clusters that dead test runs left behind are ended first.
 */
export async function startTestCluster({ durable = false } = {}): Promise<Cluster> {
  for (const name of fs.readdirSync(postgresHome().clusters)) {
    if (name.startsWith(PREFIX) && !stillLives(makerOf(name))) discardCluster(name);
  }
  return startCluster(`${PREFIX}${processIdentity(process.pid)}.${++started}`, { durable });
}

export async function withTestCluster<T>(work: (url: string) => Promise<T>): Promise<T> {
  const cluster = await startTestCluster();
  try {
    return await work(cluster.url);
  } finally {
    cluster.destroy();
  }
}

const PREFIX = 'test-';
let started = 0;

const makerOf = (name: string) => name.slice(PREFIX.length).split('.')[0] ?? '';
