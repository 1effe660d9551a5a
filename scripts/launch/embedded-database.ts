import path from 'node:path';
import { withLock } from './lock.mjs';
import { startCluster } from './postgres.ts';
import { dataFolder } from './root.mjs';
import { signIn, signOut } from './users.ts';

export type Database = { url: string; release(): Promise<void> };

/** This checkout's own server, started or joined. The last of the commands that use it stops it when it releases it. */
export function joinEmbeddedDatabase(): Promise<Database> {
  return withLock(LOCK, async () => {
    const cluster = await startCluster('main', { durable: true });
    signIn(BOOK);
    const release = () =>
      withLock(LOCK, () => {
        if (signOut(BOOK) === 'unused') cluster.stop();
      });
    return { url: cluster.url, release };
  });
}

const LOCK = path.join(dataFolder, 'postgres.lock');
const BOOK = path.join(dataFolder, 'postgres.users');
