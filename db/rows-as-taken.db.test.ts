import { type SQL, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rowsAsTaken } from './rows-as-taken.ts';
import { testDatabase } from './testing/test-database.ts';
import { testWorkspace } from './testing/workspaces.ts';

testDatabase();

const NUMBERS = sql`select n from generate_series(1, 2500) n`;
const sizes = async (workspaceId: string, statement: SQL) =>
  (await Array.fromAsync(rowsAsTaken(workspaceId, statement))).map((rows) => rows.length);

test('gives all rows in batches, and one batch where there are none', async () => {
  const { workspaceId } = await testWorkspace();
  expect(await sizes(workspaceId, NUMBERS)).toEqual([1000, 1000, 500]);
  expect(await sizes(workspaceId, sql`select 1 as n where false`)).toEqual([0]);
});

test('what fails on the way is told to whoever takes the rows', async () => {
  const { workspaceId } = await testWorkspace();
  await expect(sizes(workspaceId, sql`select 1 / (2000 - n) as n from generate_series(1, 2500) n`)).rejects.toThrow();
});

test('leaves connections to others however many begin and take no more; who goes away makes room', async () => {
  const { workspaceId } = await testWorkspace();
  const begun = Array.from({ length: 10 }, () => rowsAsTaken(workspaceId, NUMBERS));
  const first = await Promise.allSettled(begun.map((rows) => rows.next()));
  expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  await expect(rowsAsTaken(workspaceId, NUMBERS).next()).rejects.toMatchObject({ code: '53300' });
  for (const rows of begun) await rows.return(undefined);
  expect(await sizes(workspaceId, NUMBERS)).toEqual([1000, 1000, 500]);
});
