import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { putHold } from '#lib/holds/put-hold.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { previewWeek } from './preview-week.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

const account = (id: string, attributes: Record<string, unknown> = {}) => ({ type: 'account', account: id, attributes });

/** What was told on July 1; the next daily process is that of July 6, the seventh from it that of July 12. */
async function toldOnJuly1() {
  const { ctx } = await testWorkspace('2026-07-01T09:00:00Z');
  const neighbour = await testWorkspace('2026-07-01T09:00:00Z');
  const told = [account('acme', { contract_status: 'paying' }), account('gold', { contract_status: 'Gold' })];
  const lapsed = [account('umbra', { contract_status: 'free' }), account('left', { contract_status: 'cancelled' }), account('plain')];
  for (const to of [ctx, neighbour.ctx]) {
    await recordSignals(to, { signals: [...told, ...lapsed] });
    await savePolicies(to, { accounts: 90 });
    await advanceTestClock(to, { to: '2026-07-05T09:00:00Z' });
  }
  return ctx;
}

test('R9, R29: counts what one of the next seven daily processes would mark, and of it what pays', async () => {
  const ctx = await toldOnJuly1();
  expect(await previewWeek(ctx, { patch: { accounts: 10 } })).toEqual({ marks: 5, paying: 2, active_sub_accounts: 0 });
  expect(await previewWeek(ctx, { patch: { accounts: 11 } })).toEqual({ marks: 0, paying: 0, active_sub_accounts: 0 });
  expect(await previewWeek(ctx, { patch: {} })).toEqual({ marks: 0, paying: 0, active_sub_accounts: 0 });
});

test('R10, R15: counts sub-accounts that go along while they are active, and nothing that is on hold', async () => {
  const ctx = await toldOnJuly1();
  await recordSignals(ctx, { signals: [account('lab', { contract_status: 'free', parent: 'acme' })] });
  expect(await previewWeek(ctx, { patch: { accounts: 10 } })).toEqual({ marks: 6, paying: 2, active_sub_accounts: 1 });
  await putHold(ctx, { kind: 'accounts', entity: 'acme', reason: 'Legal case 17' });
  expect(await previewWeek(ctx, { patch: { accounts: 10 } })).toEqual({ marks: 4, paying: 1, active_sub_accounts: 0 });
});
