import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { presentProcess } from './present-process.ts';
import { runDaily } from './run-daily.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

test('R28: says what the present day’s run would do while it has none, and then how that run stands', async () => {
  const { ctx, workspaceId } = await testWorkspace('2026-07-01T09:00:00Z');
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'acme', attributes: { contract_status: 'paying' } }] });
  await savePolicies(ctx, { accounts: 1 });
  expect(await presentProcess(ctx, {})).toEqual({ day: '2026-07-01', run: null, marks: 0, purges: 0 });
  await runDaily({ workspaceId, startedBy: 'command line' });
  expect(await presentProcess(ctx, {})).toMatchObject({ day: '2026-07-01', run: 'done' });
  await advanceTestClock(ctx, { to: '2026-07-03T01:59:59Z' });
  expect(await presentProcess(ctx, {})).toMatchObject({ day: '2026-07-02', run: 'done' });
});
