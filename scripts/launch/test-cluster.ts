import fs from 'node:fs';
import { processIdentity, stillLives } from './lock.mjs';
import { type Cluster, discardCluster, startCluster } from './postgres.ts';
import { postgresHome } from './postgres-home.ts';

/** A cluster for this test run alone, quick because nothing of it must outlive a crash. Clusters of dead runs are ended first. */
export async function startTestCluster({ durable = false } = {}): Promise<Cluster> {
  sweepDeadRuns();
  return startCluster(`${PREFIX}${processIdentity(process.pid)}`, { durable });
}

const PREFIX = 'test-';

function sweepDeadRuns(): void {
  const clusters = fs.readdirSync(postgresHome().clusters).filter((name) => name.startsWith(PREFIX));
  for (const name of clusters) if (!stillLives(name.slice(PREFIX.length))) discardCluster(name);
}
