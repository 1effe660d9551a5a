import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace) => `/${slug}/settings/data-management/data-retention/marked?sort=name`;
const names = (page: Page) =>
  page
    .getByRole('table', { name: /^Marked / })
    .getByRole('rowgroup')
    .last()
    .getByRole('link');
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

test('R13, R14: moved to paying, what expired is active at once, and the audit says who did it', async ({ page }) => {
  const ws = workspace('Paying');
  await api(ws, 'PATCH', 'retention/policies', { free_accounts: 1 });
  await send(
    ws,
    account('umbra', { contract_status: 'free' }),
    account('shade', { contract_status: 'free', contract_value: 12 }),
    account('trial'),
    account('stays', { contract_status: 'free' }),
  );
  await runDaily(ws, '2026-07-03');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(names(page)).toHaveText(['Shade', 'Stays', 'Trial', 'Umbra']);
  await page.getByRole('checkbox', { name: 'Select Umbra' }).check();
  await page.getByRole('checkbox', { name: 'Select Trial' }).check();
  await bar(page).getByRole('button', { name: 'Move to paying' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Move 2 accounts to paying?' });
  await expect(dialog).toContainText('a mark of expiry is taken at once');
  await expect(dialog.getByRole('checkbox', { name: /^Set their contract value to 0/ })).toBeChecked();
  await expectGoodLooks(page);
  await dialog.getByRole('button', { name: 'Move to paying' }).click();
  await expect(page.getByText('2 accounts moved to paying')).toBeVisible();
  await expect(names(page)).toHaveText(['Shade', 'Stays']);
  for (const id of ['umbra', 'trial']) {
    expect(await api(ws, 'GET', `accounts/${id}`)).toMatchObject({ state: 'active', contract_status: 'paying', contract_value: 0 });
  }

  await page.getByRole('checkbox', { name: 'Select Shade' }).check();
  await bar(page).getByRole('button', { name: 'Move to paying' }).click();
  const one = page.getByRole('alertdialog', { name: 'Move 1 account to paying?' });
  await expect(one.getByRole('checkbox', { name: 'Set its contract value to 0; it is 12 now' })).not.toBeChecked();
  await one.getByRole('button', { name: 'Move to paying' }).click();
  await expect(names(page)).toHaveText(['Stays']);
  expect(await api(ws, 'GET', 'accounts/shade')).toMatchObject({ state: 'active', contract_value: 12 });

  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('row', { name: /accounts\/umbra/ })).toContainText(
    'jonasedited accounts/umbra: contract status, contract value, and so lifted its mark of expiry (R14)',
  );
  await runDaily(ws, '2026-08-02');
  expect((await api(ws, 'GET', 'accounts?state=all')).data.map(({ account }: { account: string }) => account).sort()).toEqual([
    'shade',
    'trial',
    'umbra',
  ]);
});

test('R12, R15: a selection is revived and put on hold with one reason, and the audit says who did it', async ({ page }) => {
  const ws = workspace('Revive and hold some');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await send(ws, account('acme'), account('brook'), account('corp'));
  await runDaily(ws, '2026-07-05');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await page.getByRole('checkbox', { name: 'Select Acme' }).check();
  await page.getByRole('checkbox', { name: 'Select Brook' }).check();
  await bar(page).getByRole('button', { name: 'Revive and hold' }).click();
  const dialog = page.getByRole('dialog', { name: 'Revive 2 accounts and put on hold' });
  await dialog.getByRole('button', { name: 'Revive and hold' }).click();
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription('Say why it has to be kept.');
  await dialog.getByLabel('Reason').fill('A case at court');
  await dialog.getByLabel('Last day').fill('2026-07-20');
  await dialog.getByRole('button', { name: 'Revive and hold' }).click();
  await expect(page.getByText('2 accounts are revived and on hold')).toBeVisible();
  await expect(names(page)).toHaveText(['Corp']);
  const { data: holds } = await api(ws, 'GET', 'holds');
  expect(holds).toHaveLength(2);
  for (const entity of ['acme', 'brook'])
    expect(holds).toContainEqual(expect.objectContaining({ entity, reason: 'A case at court', until: '2026-07-20' }));
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('row', { name: /put accounts\/acme on hold/ })).toContainText(
    'jonasput accounts/acme on hold through Jul 20, 2026 (R15)',
  );
  await expect(page.getByRole('row', { name: /revived/ }).first()).toContainText('jonas');
  await runDaily(ws, '2026-07-20');
  expect(await api(ws, 'GET', 'accounts/brook')).toMatchObject({ state: 'active', on_hold: true });
  await runDaily(ws, '2026-07-21');
  expect(await api(ws, 'GET', 'accounts/brook')).toMatchObject({ state: 'marked', marked_on: '2026-07-21' });
});
