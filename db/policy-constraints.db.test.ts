import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createCollection } from '#lib/entities/create-collection.ts';
import { transaction } from './client.ts';
import { testDatabase } from './testing/test-database.ts';
import { testWorkspace } from './testing/workspaces.ts';

testDatabase();

const SINCE = '2026-07-01T09:00:00Z';
const VALUES = { days: 90, inherits: false, mode: 'included', since: SINCE, accepted_marks: null };

test.each([
  ['zero days', 'accounts', { days: 0 }],
  ['fewer', 'accounts', { days: -1 }],
  ['more than ten years', 'accounts', { days: 3651 }],
  ['a fraction', 'accounts', { days: '1.5' }],
  ['no number', 'accounts', { days: 'NaN' }],
  ['nothing', 'accounts', { days: '' }],
  ['more than an integer holds', 'accounts', { days: '3000000000' }],
  ['true', 'accounts', { days: 'true' }],
  ['null for whether a collection inherits', 'deals', { inherits: null }],
  ['accounts that inherit', 'accounts', { inherits: true }],
  ['users that inherit', 'users', { inherits: true }],
  ['a mode that is none', 'accounts', { mode: 'soon' }],
  ['a clock without a beginning', 'accounts', { since: null }],
  ['a beginning without a clock', 'accounts', { mode: null }],
  ['a peak below zero', 'accounts', { accepted_marks: -1 }],
])('R4: the database itself refuses %s', async (_, kind, wrong) => {
  const { workspaceId, ctx } = await testWorkspace();
  await createCollection(ctx, { collection: 'deals' });
  await set(workspaceId, kind, VALUES);
  const before = await rows(workspaceId);
  await expect(set(workspaceId, kind, { ...VALUES, ...wrong })).rejects.toThrow();
  expect(await rows(workspaceId)).toEqual(before);
});

test.each(['accountz', '', 'objects', 'deals'])('R4: the database itself refuses the kind %j, which nobody defined here', async (kind) => {
  const [{ workspaceId }, neighbour] = [await testWorkspace(), await testWorkspace()];
  await createCollection(neighbour.ctx, { collection: 'deals' });
  const insert = sql`insert into policies (workspace_id, kind, days, inherits) values (${workspaceId}, ${kind}, 90, false)`;
  await expect(transaction(workspaceId, (tx) => tx.execute(insert))).rejects.toThrow();
});

type Values = Record<keyof typeof VALUES, unknown>;

/** As a program would that came past the product. */
function set(workspaceId: string, kind: string, { days, inherits, mode, since, accepted_marks }: Values): Promise<unknown> {
  return transaction(workspaceId, (tx) =>
    tx.execute(sql`
      update policies set days = ${days}::text::integer, inherits = ${inherits}, mode = ${mode}, since = ${since}, accepted_marks = ${accepted_marks}
      where workspace_id = ${workspaceId} and kind = ${kind}`),
  );
}

function rows(workspaceId: string): Promise<unknown[]> {
  return transaction(workspaceId, (tx) => tx.execute(sql`select * from policies where workspace_id = ${workspaceId} order by kind`));
}
