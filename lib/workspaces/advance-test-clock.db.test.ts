import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Tx, transaction } from '#db/client.ts';
import { testAccounts } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { getAccount } from '#lib/entities/get-account.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { startDailyRun } from '#lib/retention/start-daily-run.ts';
import { advanceTestClock } from './advance-test-clock.ts';

testDatabase();

test('R9. Saved with 3 days on July 1 and silent since: marked on July 5, purged on August 4', async () => {
  const { ctx, workspaceId } = await testWorkspace('2026-07-01T09:00:00Z');
  await transaction(workspaceId, (tx) =>
    tx.execute(sql`insert into accounts (workspace_id, id, external_id, created_at, last_information_at, last_information_type, indexed_information_day)
      values (${workspaceId}, gen_random_uuid(), 'acme', '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 'account', '2026-06-01')`),
  );
  await savePolicies(ctx, { accounts: 3 });
  const { runs } = await advanceTestClock(ctx, { to: '2026-08-04T02:00:00Z' });
  expect(runs.filter((r) => r.marked.accounts).map((r) => r.day)).toEqual(['2026-07-05']);
  expect(runs.filter((r) => r.purged.accounts).map((r) => r.day)).toEqual(['2026-08-04']);
});

test('R8. A save marks nothing by itself; the next daily process acts on it', async () => {
  const { ctx, workspaceId } = await testWorkspace('2026-06-01T09:00:00Z', 'In force');
  await testAccounts(workspaceId, [{ account: 'acme', at: '2026-06-01T00:00:00Z' }]);
  await savePolicies(ctx, { accounts: 180 });
  await advanceTestClock(ctx, { to: '2026-07-04T09:00:00Z' });
  await savePolicies(ctx, { accounts: 3 });
  expect(await getAccount(ctx, { account: 'acme' })).toMatchObject({ state: 'active' });
  expect((await advanceTestClock(ctx, { to: '2026-07-05T02:00:00Z' })).runs).toMatchObject([
    { day: '2026-07-05', marked: { accounts: 1 } },
  ]);
});

test('R28. Cut off within a day, the clock stands at that day, and a second call ends its run as one that was not cut off', async () => {
  const { ctx, workspaceId } = await testWorkspace('2026-07-04T09:00:00Z', 'Cut off');
  await testAccounts(workspaceId, [{ account: 'acme', at: '2026-06-01T00:00:00Z' }]);
  await transaction(workspaceId, (tx) =>
    tx.execute(
      sql`update policies set days = 3, mode = 'included', since = '2026-06-01T00:00:00Z' where workspace_id = ${workspaceId} and kind = 'accounts'`,
    ),
  );
  const moveClock = (tx: Tx) =>
    tx.execute(sql`update workspaces set test_clock_at = '2026-07-05T02:00:00Z' where id = ${workspaceId}`).then(() => {});
  await startDailyRun({ workspaceId, startedBy: 'command line', moveClock });
  expect((await advanceTestClock(ctx, { to: '2026-07-06T02:00:00Z' })).runs.map((run) => run.day)).toEqual(['2026-07-06']);
  expect(await getAccount(ctx, { account: 'acme' })).toMatchObject({ marked_on: '2026-07-05', purge_on: '2026-08-04' });
});

test('R28. A clock does not move on while a run is unfinished', async () => {
  const { workspaceId } = await testWorkspace('2026-07-05T02:00:00Z', 'Unfinished');
  await startDailyRun({ workspaceId, startedBy: 'command line' });
  const moveClock = () => Promise.reject(new Error('moved'));
  expect(await startDailyRun({ workspaceId, startedBy: 'command line', moveClock })).toEqual({ state: 'unfinished', day: '2026-07-05' });
});
