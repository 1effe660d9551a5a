import { expect, test } from '@playwright/test';
import { account, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { runDaily } from './support/run-daily.ts';
import { workspace } from './support/workspace.ts';

test('what is not there is answered with 404, inside its workspace, and what is there with 200', async ({ page }) => {
  const [ws, neighbour] = [workspace('Not there'), workspace('Neighbour of not there')];
  await send(ws, account('acme'));
  await send(neighbour, account('umbra'));
  await runDaily(ws, '2026-07-03');
  await login(page, ws, 'advanced');
  const retention = 'settings/data-management/data-retention';
  for (const path of ['accounts/acme', `${retention}/runs/2026-07-03`, `${retention}/audit/1`]) {
    expect((await page.goto(`/${ws.slug}/${path}`))?.status(), path).toBe(200);
  }
  const missing = ['accounts/umbra', `${retention}/runs/2026-07-04`, `${retention}/runs/never`, `${retention}/audit/99999`, 'nothing'];
  for (const path of missing) {
    expect((await page.goto(`/${ws.slug}/${path}`))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is no such page' }), path).toBeVisible();
  }
  await page.goto(`/${ws.slug}/accounts/umbra`);
  await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
  await expectGoodLooks(page);
  expect((await page.goto(`/${neighbour.slug}/accounts/umbra`))?.status()).toBe(404);
});
