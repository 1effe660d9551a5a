import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { makeToldWorkspace } from '#db/testing/told-workspace.ts';
import type { Context } from '#lib/context.ts';
import { checkUpload, uploadSignals } from './upload-signals.ts';

testDatabase();

const rows = [
  { type: 'account', account: 'acme', attributes: { name: 'Acme', contract_value: '12' } },
  { type: 'account', account: '', attributes: {} },
  { type: 'account', account: 'acme', attributes: { parent: 'acme' } },
  { type: 'object', account: 'acme', collection: 'nothing', object: '1', attributes: {} },
  { type: 'user', account: 'acme', user: 'ann', attributes: {} },
];

test('a check says what the upload will refuse, and stores nothing', async () => {
  const { ctx, stored } = await makeToldWorkspace();
  const before = await stored();
  const checked = await checkUpload(ctx, { signals: rows });
  expect(await stored()).toEqual(before);
  expect(checked).toMatchObject({ accepted: 2, rejected: [{ index: 1 }, { index: 2 }, { index: 3 }] });
  expect(await uploadSignals(ctx, { signals: rows })).toEqual(checked);
  expect((await stored()).accounts).toMatchObject([{ account: 'acme', name: 'Acme', contract_value: 12 }]);
});

test('an upload is information, and takes a mark', async () => {
  const { ctx, record, mark, setClock, account } = await makeToldWorkspace();
  await record({ type: 'account', account: 'acme' });
  await mark('accounts', 'acme');
  await setClock('2026-07-09T12:00:00Z');
  await uploadSignals(ctx, { signals: rows.slice(0, 1) });
  expect(await account('acme')).toMatchObject({ marked_on: null, last_information_at: expect.stringContaining('2026-07-09') });
});

test.each([
  ['no rows', [], 'invalid'],
  ['more than it takes', Array.from({ length: 1001 }, () => rows[0]), 'invalid'],
])('%s are refused', async (_, signals, code) => {
  const { ctx } = await makeToldWorkspace();
  await expect(uploadSignals(ctx, { signals })).rejects.toMatchObject({ code });
  await expect(checkUpload(ctx, { signals })).rejects.toMatchObject({ code });
});

test('a person without entities:edit uploads nothing', async () => {
  const { ctx, stored } = await makeToldWorkspace();
  const member: Context = {
    ...ctx,
    actor: { type: 'person', id: '00000000-0000-7000-8000-000000000000', name: 'Mia', permissions: new Set() },
  };
  await expect(uploadSignals(member, { signals: rows })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(checkUpload(member, { signals: rows })).rejects.toMatchObject({ code: 'forbidden' });
  expect((await stored()).accounts).toEqual([]);
});
