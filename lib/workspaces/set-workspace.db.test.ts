import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { listAudit } from '#lib/audit/list-audit.ts';
import { workspaceAt } from './list-workspaces.ts';
import { setWorkspace } from './set-workspace.ts';

testDatabase();

test('what is given changes, what is not stays, and the neighbour is left alone', async () => {
  const [here, neighbour] = [await testWorkspace(), await testWorkspace()];
  await setWorkspace(here.ctx, { quota: 10 });
  await setWorkspace(here.ctx, { plan: 'non_paying', extendedRetention: true });
  expect(await workspaceAt(here.slug)).toMatchObject({ plan: 'non_paying', extended: true, quota: 10 });
  await setWorkspace(here.ctx, { quota: null });
  expect(await workspaceAt(here.slug)).toMatchObject({ plan: 'non_paying', extended: true, quota: null });
  expect(await workspaceAt(neighbour.slug)).toMatchObject({ plan: 'paying', extended: false, quota: null });
});

test('the audit says from what to what, and nothing where nothing changed', async () => {
  const here = await testWorkspace();
  await setWorkspace(here.ctx, { quota: 10 });
  await setWorkspace(here.ctx, { quota: 10 });
  const { data } = await listAudit(here.ctx, { action: 'workspace.changed' });
  expect(data.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: { plan: 'paying', extended: false, quota: null }, to: { plan: 'paying', extended: false, quota: 10 } },
  ]);
});

test.each([{ quota: -1 }, { quota: 1.5 }, { quota: 3_000_000_000 }, { plan: 'gold' }, { extendedRetention: 'yes' }])(
  '%j is refused',
  async (settings) => {
    const here = await testWorkspace();
    await expect(setWorkspace(here.ctx, settings)).rejects.toMatchObject({ code: 'invalid' });
  },
);
