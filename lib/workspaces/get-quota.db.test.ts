import { expect, test } from 'vitest';
import { testAccounts } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { createWorkspace } from './create-workspace.ts';
import { getQuota } from './get-quota.ts';
import { getTestClock } from './get-test-clock.ts';

testDatabase();

test('R18: marked, expired and archived accounts do not count, nor do the neighbour’s', async () => {
  const [here, neighbour] = [await testWorkspace(), await testWorkspace()];
  await testAccounts(here.workspaceId, [
    { account: 'one' },
    { account: 'two', held: true },
    { account: 'marked', markedOn: '2026-06-20' },
    { account: 'expired', markedOn: '2026-06-20', cause: 'expiry' },
    { account: 'put-away', archivedAt: '2026-06-20T00:00:00Z' },
  ]);
  await testAccounts(neighbour.workspaceId, [{ account: 'one' }]);
  expect(await getQuota(here.ctx, {})).toEqual({ used: 2, quota: null });
  expect(await getQuota(neighbour.ctx, {})).toEqual({ used: 1, quota: null });
});

test('a workspace on the real clock has no test clock', async () => {
  const { workspaceId } = await createWorkspace({ type: 'system', name: 'command line' }, { name: 'Real', quota: 5 });
  const ctx = { workspaceId, actor: { type: 'system', name: 'command line' } } as const;
  await expect(getTestClock(ctx, {})).rejects.toMatchObject({ code: 'not-found' });
  expect(await getQuota(ctx, {})).toEqual({ used: 0, quota: 5 });
  expect(await getTestClock((await testWorkspace('2026-07-01T09:00:00Z')).ctx, {})).toEqual({ now: '2026-07-01T09:00:00.000Z' });
});
