import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import type { Context } from '#lib/context.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { newId } from '#lib/ids.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { exportPreview } from './export-preview.ts';
import { previewPolicies } from './preview-policies.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

async function linesOf(ctx: Context, query: unknown): Promise<string[]> {
  const parts = await Array.fromAsync(exportPreview(ctx, query));
  return parts.join('').split('\r\n').slice(0, -1);
}

/** Told on July 1, on a policy of 90 days; the clock stands on July 6. A neighbour has the same. */
async function told() {
  const [{ ctx, workspaceId }, neighbour] = [await testWorkspace('2026-07-01T09:00:00Z'), await testWorkspace('2026-07-01T09:00:00Z')];
  const signals = [
    { type: 'account', account: 'acme', attributes: { name: '=HYPERLINK("http://x")', contract_status: 'paying', contract_value: 500 } },
    { type: 'account', account: 'lab', attributes: { parent: 'acme' } },
    { type: 'user', account: 'acme', user: 'ann', attributes: { name: 'Ann, of Acme' } },
    { type: 'object', account: 'lab', collection: 'deals', object: 'd1', attributes: {} },
  ];
  for (const to of [ctx, neighbour.ctx]) {
    await createCollection(to, { collection: 'deals' });
    await recordSignals(to, { signals });
    await savePolicies(to, { accounts: 90, users: 90, collections: { deals: 90 } });
    await advanceTestClock(to, { to: '2026-07-06T09:00:00Z' });
  }
  return { ctx, workspaceId };
}

test('R10: gives each account with what goes along, and with whom it goes itself; no cell is a formula', async () => {
  const { ctx } = await told();
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'lab', attributes: {} }] });
  expect(await linesOf(ctx, { patch: { accounts: 4 }, kind: 'accounts' })).toEqual([
    'account,name,contract_status,contract_value,root,inactive_days,last_information_at,marked_on,purge_on,users,objects,sub_accounts',
    `acme,"'=HYPERLINK(""http://x"")",paying,500,,5,2026-07-01T09:00:00.000Z,2026-07-07,2026-08-06,1,0,1`,
    'lab,,unknown,,acme,0,2026-07-06T09:00:00.000Z,2026-07-07,2026-08-06,0,1,0',
  ]);
  expect(await linesOf(ctx, { patch: { users: 4 }, kind: 'users' })).toEqual([
    'account,user,name,contract_status,contract_value,inactive_days,last_information_at,marked_on,purge_on',
    'acme,ann,"Ann, of Acme",paying,500,5,2026-07-01T09:00:00.000Z,2026-07-07,2026-08-06',
  ]);
  expect(await linesOf(ctx, { patch: { collections: { deals: 4 } }, kind: 'deals' })).toEqual([
    'collection,account,object,name,contract_status,contract_value,inactive_days,last_information_at,marked_on,purge_on',
    'deals,lab,d1,,unknown,,5,2026-07-01T09:00:00.000Z,2026-07-07,2026-08-06',
  ]);
  expect(await linesOf(ctx, { patch: {}, kind: 'accounts' })).toHaveLength(1);
});

test('needs what the preview needs, and knows its kinds, before the first line', async () => {
  const { ctx } = await told();
  const mia: Context = { ...ctx, actor: { type: 'person', id: newId(), name: 'Mia', permissions: new Set(['entities:edit'] as const) } };
  await expect(exportPreview(mia, { patch: {}, kind: 'accounts' }).next()).rejects.toMatchObject({ code: 'forbidden' });
  for (const bad of [
    { patch: {}, kind: 'leads' },
    { patch: {} },
    { patch: { accounts: 0 }, kind: 'accounts' },
    { patch: null, kind: 'accounts' },
  ]) {
    await expect(exportPreview(ctx, bad).next()).rejects.toMatchObject({ code: 'invalid' });
  }
});

test('R29: as many as the preview counts, however many, of one moment, and as far as somebody takes them', {
  timeout: 60_000,
}, async () => {
  const { ctx, workspaceId } = await told();
  await transaction(workspaceId, (tx) =>
    tx.execute(sql`insert into accounts (workspace_id, id, external_id, attributes, contract_status, created_at, last_information_at, last_information_type, indexed_information_day)
      select ${workspaceId}, gen_random_uuid(), 'many-' || n, '{}', 'free', '2026-07-01Z', '2026-07-01Z', 'account', '2026-07-01' from generate_series(1, 20000) n`),
  );
  const { kinds } = await previewPolicies(ctx, { patch: { accounts: 4 }, forecast: false });
  const lines = exportPreview(ctx, { patch: { accounts: 4 }, kind: 'accounts' });
  const first = await lines.next();
  expect(String(first.value).split('\r\n')).toHaveLength(1002);
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'many-20000', attributes: {} }] });
  const rest = await Array.fromAsync(lines);
  const names = [first.value, ...rest]
    .join('')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0]);
  expect(new Set(names).size).toBe(20_002);
  expect(names).toHaveLength((kinds.accounts?.due ?? 0) + (kinds.accounts?.with.sub_accounts ?? 0));

  // More of them than there are connections.
  for (let i = 0; i < 12; i++) {
    const left = exportPreview(ctx, { patch: { accounts: 4 }, kind: 'accounts' });
    await left.next();
    await left.return(undefined);
  }
  expect((await previewPolicies(ctx, { patch: { accounts: 4 }, forecast: false })).kinds.accounts?.due).toBe(20_001);
});
