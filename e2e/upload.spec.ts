import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { api } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { workspace } from './support/workspace.ts';

const csv = (text: string) => ({ name: 'accounts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a file is mapped, checked without storing anything, uploaded, and its refused rows are mended and sent again', async ({ page }) => {
  const ws = workspace('Upload');
  await login(page, ws, 'advanced');
  await page.getByRole('link', { name: 'Upload' }).click();
  const file = 'id,Company,status,Contract Value,Seats\nacme,"Acme, Inc",Paying,1200,5\nbolt,Bolt,Free,much,7\n,Nobody,Free,0,1\n';
  await page.getByLabel('CSV file').setInputFiles(csv(file));
  await expect(page.getByRole('combobox', { name: 'id is' })).toHaveText('Account identifier');
  await page.getByRole('combobox', { name: 'Company is' }).click();
  await page.getByRole('option', { name: 'Name', exact: true }).click();
  await page.getByRole('button', { name: 'Check every row' }).click();
  await expect(page.getByText('1 row good, 2 refused.')).toBeVisible();
  await expect(page.getByRole('row', { name: /contract value as a finite number/ })).toContainText('3');
  expect((await api(ws, 'GET', 'accounts')).data).toEqual([]);
  await expectGoodLooks(page);

  await page.getByRole('button', { name: 'Upload 1 row' }).click();
  await expect(page.getByText('1 row stored, 2 refused.')).toBeVisible();
  const acme = await api(ws, 'GET', 'accounts/acme');
  expect(acme).toMatchObject({ name: 'Acme, Inc', contract_status: 'paying', contract_value: 1200, attributes: { Seats: '5' } });

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Refused rows as CSV' }).click();
  const refused = readFileSync(await (await download).path(), 'utf8');
  expect(refused).toContain('Refused because');
  await page.getByLabel('CSV file').setInputFiles(
    csv(
      refused
        .replace('much', '0')
        .replace(/^,Nobody.*$/m, '')
        .trimEnd(),
    ),
  );
  await expect(page.getByRole('combobox', { name: 'Refused because is' })).toHaveText('Leave out');
  await page.getByRole('button', { name: 'Check every row' }).click();
  await page.getByRole('button', { name: 'Upload 1 row' }).click();
  await expect(page.getByText('1 row stored, 0 refused.')).toBeVisible();
  expect(await api(ws, 'GET', 'accounts/bolt')).toMatchObject({ contract_value: 0 });
});

test('a hundred thousand rows are uploaded piece by piece', async ({ page }) => {
  test.setTimeout(300_000);
  const ws = workspace('Large upload');
  await login(page, ws, 'global_admin');
  await page.goto(`/${ws.slug}/upload`);
  const rows = Array.from({ length: 100_000 }, (_, i) => `account-${i},Account ${i},paying,${i}`);
  await page.getByLabel('CSV file').setInputFiles(csv(`id,name,status,value\n${rows.join('\n')}\n`));
  await page.getByRole('button', { name: 'Check every row' }).click();
  await page.getByRole('button', { name: 'Upload 100,000 rows' }).click({ timeout: 200_000 });
  await expect(page.getByText('100,000 rows stored, 0 refused.')).toBeVisible({ timeout: 200_000 });
  expect(await api(ws, 'GET', 'quota')).toMatchObject({ used: 100_000 });
});

test('whoever may not edit sees why and whom to ask', async ({ page }) => {
  const ws = workspace('No upload');
  await login(page, ws, 'member');
  await page.goto(`/${ws.slug}/upload`);
  await expect(page.getByText('entities:edit')).toBeVisible();
});
