import { expect, test } from '@playwright/test';
import { account, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace) => `/${slug}/settings/api-keys`;

test('a key is made and shown once, works with its scopes alone, and is refused as soon as it is revoked', async ({ page }) => {
  const ws = workspace('Keys');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await page.getByRole('button', { name: 'Create key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^ingest/ }).click();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/Enter a name\./);
  await expect(dialog.getByText('Choose one scope or more.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Importer');
  await dialog.getByRole('checkbox', { name: /^ingest/ }).click();
  await dialog.getByLabel('Limit').fill('0');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByLabel('Limit')).toHaveAccessibleDescription(/from 1 to 100000/);
  await dialog.getByLabel('Limit').fill('50');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByRole('heading', { name: 'Importer is made' })).toBeVisible();
  const apiKey = (await dialog.getByText(/^pk_/).textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Done' }).click();

  const row = page.getByRole('row', { name: /Importer/ });
  await expect(row).toContainText('50');
  await expect(row).toContainText('by dana');
  await expect(row).toContainText('Never');
  expect(await page.content()).not.toContain(apiKey);
  await send({ ...ws, apiKey }, account('acme'));
  await expect(send({ ...ws, apiKey: `${apiKey}x` }, account('acme'))).rejects.toThrow('401');
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText('just now');
  }).toPass();

  await row.getByRole('button', { name: 'Revoke Importer' }).click();
  const confirm = page.getByRole('alertdialog');
  await expect(confirm.getByRole('button', { name: 'Revoke for good' })).toBeDisabled();
  await confirm.getByLabel(/Type Importer/).fill('Importe');
  await expect(confirm.getByRole('button', { name: 'Revoke for good' })).toBeDisabled();
  await confirm.getByLabel(/Type Importer/).fill('Importer');
  await confirm.getByRole('button', { name: 'Revoke for good' }).click();
  await expect(row).toContainText('Revoked');
  await expect(send({ ...ws, apiKey }, account('acme'))).rejects.toThrow('401');
  await send(ws, account('acme'));
});

test('whoever may not make keys sees why and whom to ask, and reads none', async ({ page }) => {
  const ws = workspace('No keys');
  for (const role of ['advanced', 'member'] as const) {
    await page.context().clearCookies();
    await login(page, ws, role);
    await page.goto(pageOf(ws));
    await expect(page.getByRole('heading', { name: 'You cannot see this page' })).toBeVisible();
    await expect(page.getByText('Making and revoking keys needs workspace:admin; ask dana')).toBeVisible();
    expect((await page.request.get(`/${ws.slug}/data/api-keys`)).status()).toBe(403);
  }
});

test('keys of a neighbour are neither seen nor revoked', async ({ page }) => {
  const [ws, neighbour] = [workspace('My keys'), workspace('Their keys')];
  await login(page, ws, 'global_admin');
  expect((await page.request.get(`/${neighbour.slug}/data/api-keys`)).status()).toBe(404);
  expect((await page.goto(pageOf(neighbour)))?.status()).toBe(404);
});

test('the page and its dialogs look well, in both themes, at the desk and on a phone', async ({ page }) => {
  const ws = workspace('Looks of keys');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Create key' }).click();
  await expectGoodLooks(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Revoke First key' }).click();
  await expectGoodLooks(page);
});
