import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { insertBulkJob } from '#db/bulk-jobs.ts';
import { read, transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { listAudit } from '#lib/audit/list-audit.ts';
import type { Context } from '#lib/context.ts';
import { newId } from '#lib/ids.ts';
import { type BulkWork, finishBulkJob } from './finish-bulk-job.ts';
import { getBulkJob } from './get-bulk-job.ts';
import { listBulkJobs } from './list-bulk-jobs.ts';

testDatabase();

const ROWS = 12_000;

async function jobIn({ workspaceId }: { workspaceId: string }): Promise<string> {
  const id = newId();
  const ids = sql`select gen_random_uuid() from generate_series(1, ${ROWS}::int)`;
  const job = { command: 'test', kind: 'accounts', startedBy: 'command line', startedAt: '2026-07-01T09:00:00.000Z' as never } as const;
  await transaction(workspaceId, (tx) => insertBulkJob(tx, { workspaceId, id, ids, ...job }));
  return id;
}

/** Notes each chunk in the trail; fails where it is told to, after it has. */
const working =
  (seen: string[], failAt = Number.POSITIVE_INFINITY): BulkWork =>
  async (_, { ids }) => {
    if (seen.length >= failAt) throw new Error('killed');
    seen.push(...ids);
    return { changed: ids.length, notes: [{ action: 'test', to: { rows: ids.length } }] };
  };

test('each entity is worked on once, in chunks of 5,000, though a process dies between', async () => {
  const [here, neighbour] = [await testWorkspace(), await testWorkspace()];
  const [id, theirs] = [await jobIn(here), await jobIn(neighbour)];
  const seen: string[] = [];
  await expect(finishBulkJob(here.ctx, id, working(seen, 5_000))).rejects.toThrow('killed');
  expect(await getBulkJob(here.ctx, { id })).toMatchObject({ total: ROWS, done: 5_000, changed: 5_000, finishedAt: null });
  expect(await finishBulkJob(here.ctx, id, working(seen))).toMatchObject({ done: ROWS, changed: ROWS });
  expect(new Set(seen).size).toBe(ROWS);
  const entries = (await listAudit(here.ctx, { action: 'test' })).data;
  expect(entries.map((entry) => entry.to)).toEqual([{ rows: 2_000 }, { rows: 5_000 }, { rows: 5_000 }]);
  expect(await getBulkJob(neighbour.ctx, { id: theirs })).toMatchObject({ done: 0, finishedAt: null });
  await expect(getBulkJob(neighbour.ctx, { id })).rejects.toMatchObject({ code: 'not-found' });
});

test('two who work on one job take turns, and it is done once', async () => {
  const here = await testWorkspace();
  const id = await jobIn(here);
  const seen: string[] = [];
  const ends = await Promise.all([finishBulkJob(here.ctx, id, working(seen)), finishBulkJob(here.ctx, id, working(seen))]);
  expect(ends.map(({ changed }) => changed)).toEqual([ROWS, ROWS]);
  expect(seen).toHaveLength(ROWS);
  const open = await read(here.workspaceId, (tx) => tx.execute(sql`select 1 from open_bulk_jobs where id = ${id}`));
  expect(open).toHaveLength(0);
});

test('who started a job finds it again, and nobody else does', async () => {
  const here = await testWorkspace();
  const id = await jobIn(here);
  expect((await listBulkJobs(here.ctx, {})).map((job) => job.id)).toEqual([id]);
  const mia: Context = { ...here.ctx, actor: { type: 'person', id: newId(), name: 'Mia', permissions: new Set() } };
  expect(await listBulkJobs(mia, {})).toEqual([]);
});
