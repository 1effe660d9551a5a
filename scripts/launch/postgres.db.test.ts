import fs from 'node:fs';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { startCluster } from './postgres.ts';
import { postgresHome } from './postgres-home.ts';
import { startTestCluster } from './test-cluster.ts';

const told = async (url: string, statement: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
};

it('keeps what was committed through a crash, at the same address', async () => {
  const cluster = await startTestCluster({ durable: true });
  try {
    await told(cluster.url, 'create table kept as select 1 as n');
    await cluster.crash();
    expect(await told(cluster.url, 'select n from kept')).toEqual([{ n: 1 }]);
  } finally {
    cluster.destroy();
  }
});

it('joins a server that runs, starts one that was stopped, and leaves nothing of one that is destroyed', async () => {
  const first = await startTestCluster();
  const name = new Set(fs.readdirSync(postgresHome().clusters).filter((found) => found.includes(`${process.pid}`)));
  expect(name.size).toBe(1);
  const [own = ''] = name;
  try {
    expect((await startCluster(own, { durable: false })).url).toBe(first.url);
    await told(first.url, 'create table kept as select 2 as n');
    first.stop();
    const again = await startCluster(own, { durable: false });
    expect(await told(again.url, 'select n from kept')).toEqual([{ n: 2 }]);
  } finally {
    first.destroy();
  }
  expect(fs.readdirSync(postgresHome().clusters)).not.toContain(own);
});
