import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { parseDay } from '#lib/time.ts';
import { read } from '../client.ts';
import { testAccounts } from '../testing/entities.ts';
import { inChunks } from '../testing/in-chunks.ts';
import { testDatabase } from '../testing/test-database.ts';
import { testWorkspace } from '../testing/workspaces.ts';
import { liftAccounts } from './lift-accounts.ts';
import { liftAlong } from './lift-along.ts';

testDatabase();

const DAY = parseDay('2026-07-20');
const earlier = { markedOn: '2026-07-10' } as const;
const along = (account: string, parent: string, root = 'r') => ({ account, parent, ...earlier, cause: 'parent' as const, root });

test.each([1, 2, 3, 5_000])('R14: a hold on what went along releases all below it of the same root, by chunks of %i', async (limit) => {
  const { workspaceId } = await testWorkspace('2026-07-20T02:00:00Z');
  await testAccounts(workspaceId, [
    { account: 'r', ...earlier },
    { account: 'q', ...earlier },
    { ...along('h', 'r'), held: true },
    along('a', 'h'),
    { account: 'own', parent: 'a', ...earlier },
    along('b', 'own'),
    { ...along('h2', 'b'), memberHolds: 1 },
    along('c', 'h2'),
    along('d', 'r'),
    along('e', 'c', 'q'),
  ]);
  await inChunks({ workspaceId, day: DAY, limit }, liftAlong);
  expect(await marked(workspaceId)).toEqual(['d', 'e', 'own', 'q', 'r']);
});

test.each([1, 3, 5_000])('R14: a mark whose cause is gone is lifted with all that went along, by chunks of %i', async (limit) => {
  const { workspaceId } = await testWorkspace('2026-07-20T02:00:00Z');
  await testAccounts(workspaceId, [
    { account: 'r', ...earlier, at: '2026-07-01T00:00:00Z' },
    { account: 'q', ...earlier, at: '2026-06-30T23:59:59Z' },
    ...Array.from({ length: 7 }, (_, i) => along(`a${i}`, 'r')),
  ]);
  const due = { cutoff: parseDay('2026-06-30'), updatedAfter: null };
  const lifted = await inChunks({ workspaceId, day: DAY, limit }, (tx, scope, cursor) =>
    liftAccounts(tx, scope, { kind: 'accounts', due, scope: 'all' }, cursor),
  );
  expect(lifted).toEqual({ accounts: 8 });
  expect(await marked(workspaceId)).toEqual(['q']);
});

async function marked(workspaceId: string): Promise<string[]> {
  const rows = await read(workspaceId, (tx) =>
    tx.execute<{ account: string }>(
      sql`select external_id as account from accounts where workspace_id = ${workspaceId} and marked_on is not null order by external_id`,
    ),
  );
  return rows.map((row) => row.account);
}
