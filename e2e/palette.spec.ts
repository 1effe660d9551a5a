import { expect, test } from '@playwright/test';
import { account, send } from './support/api.ts';
import { login } from './support/login.ts';
import { workspace } from './support/workspace.ts';

test('the palette finds pages and accounts from the keyboard alone', async ({ page }) => {
  const ws = workspace('Palette');
  await send(ws, account('halcyon-robotics'), account('other'));
  await login(page, ws, 'member');
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search or jump to' });
  await search.fill('halc');
  await expect(page.getByRole('option', { name: /Halcyon Robotics/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${ws.slug}/accounts/halcyon-robotics`));
  await page.keyboard.press('Control+k');
  await search.fill('api k');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${ws.slug}/settings/api-keys`));
  await page.keyboard.press('Control+k');
  await search.fill('nothing like it');
  await expect(page.getByText(/^Nothing matches/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
});
