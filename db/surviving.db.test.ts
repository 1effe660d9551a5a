import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { platform, type Tx } from './client.ts';
import { durableDatabase } from './testing/durable-database.ts';

durableDatabase();

/** When, in a transaction, its connection dies: the server's process behind it is killed. */
const DEATHS: Record<string, (tx: Tx, die: () => void) => Promise<unknown>> = {
  'in the middle of a query': async (tx, die) => {
    setTimeout(die, 30);
    await tx.execute(sql`select pg_sleep(20)`);
  },
  'between two queries': async (tx, die) => {
    die();
    await sleep(100);
    await tx.execute(sql`select 1`);
  },
  'before its commit': async (_, die) => {
    die();
    await sleep(100);
  },
  'while its failure is dealt with': async (tx, die) => {
    setTimeout(die, 30);
    await tx.execute(sql`select pg_sleep(20)`).catch(() => tx.execute(sql`select 1`));
  },
  'before its rollback': async (_, die) => {
    die();
    await sleep(100);
    throw new Error('the work failed');
  },
};

test.each(Object.entries(DEATHS))(
  'a connection that dies %s costs its transaction and no more: the next one is made anew',
  async (_, death) => {
    const once = { attempts: 0 };
    const result = await platform(async (tx) => {
      once.attempts += 1;
      if (once.attempts > 1) return 'made anew';
      const [backend] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await death(tx, () => process.kill(backend?.pid ?? 0, 'SIGKILL'));
      return 'never';
    });
    expect([result, once.attempts]).toEqual(['made anew', 2]);
    await Promise.all(Array.from({ length: 10 }, () => platform((tx) => tx.execute(sql`select 1`))));
  },
);
