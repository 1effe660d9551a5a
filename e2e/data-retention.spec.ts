import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace) => `/${slug}/settings/data-management/data-retention`;
const row = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const bar = (page: Page) => page.getByRole('region', { name: 'Unsaved changes' });

async function choose(page: Page, kind: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: `${kind}: delete after inactive days`, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function chooseDays(page: Page, kind: string, days: string): Promise<void> {
  await choose(page, kind, 'Custom');
  await page.getByRole('textbox', { name: `${kind}: delete after inactive days, custom` }).fill(days);
}

async function save(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Review and save' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(bar(page)).toBeHidden();
}

test('R5: a first save says on which day its first marks fall, and they fall on that day', async ({ page }) => {
  const ws = workspace('First save');
  await send(ws, account('acme'), account('umbra', { contract_status: 'free' }));
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await expect(page.getByRole('heading', { name: 'How it works' })).toBeVisible();
  await page.getByRole('button', { name: 'Got it' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'How it works' })).toBeHidden();

  await chooseDays(page, 'Accounts', '3');
  await expect(bar(page)).toContainText('Accounts: Never → 3 days');
  await expect(bar(page)).toContainText('First save: starts the clock');
  await expect(row(page, 'Free accounts')).toContainText('Overruled by Accounts once saved');
  await bar(page).getByRole('button', { name: 'Review and save' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Nothing is marked before Jul 5, 2026');
  await expect(dialog).toContainText('Nothing of this save is deleted before Aug 4, 2026');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(row(page, 'Accounts')).toContainText('Included, clock since Jul 1, 2026');
  await expect(row(page, 'Free accounts')).toContainText('Overruled by Accounts');
  await row(page, 'Accounts')
    .getByRole('link', { name: /^dana, Jul 1, 2026$/i })
    .click();
  await expect(page.getByText('saved Accounts: Never → 3 days')).toBeVisible();

  await runDaily(ws, '2026-07-04');
  expect((await api(ws, 'GET', 'retention/marked')).data).toEqual([]);
  await page.goto(pageOf(ws));
  await expect(page.getByRole('region', { name: 'Next daily process' })).toContainText('marks 2');
  await runDaily(ws, '2026-07-05');
  await page.reload();
  await expect(row(page, 'Accounts')).toContainText('Marked 2');
  await expect(page.getByRole('link', { name: 'Marked 2' })).toBeVisible();
});

test('R4: what is no number of days is said at the field, and nothing can be saved before it is mended', async ({ page }) => {
  const ws = workspace('Field errors');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  const field = page.getByRole('textbox', { name: 'Users: delete after inactive days, custom' });
  for (const days of ['0', '-1', '3651', '1e9', '', '1.5', 'NaN', 'ninety']) {
    await chooseDays(page, 'Users', days);
    await expect(field).toHaveAccessibleDescription('Enter a whole number from 1 to 3,650, or choose Never.');
    await expect(bar(page).getByRole('button', { name: 'Review and save' })).toBeDisabled();
  }
  for (const days of ['1', '3650']) {
    await field.fill(days);
    await expect(bar(page).getByRole('button', { name: 'Review and save' })).toBeEnabled();
  }
  await bar(page).getByRole('button', { name: 'Discard' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Users: delete after inactive days' })).toHaveText('Never');
});

test('leaving with changes asks, and staying keeps them', async ({ page }) => {
  const ws = workspace('Leaving');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await choose(page, 'Accounts', '90 days');
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
  await expect(bar(page)).toContainText('Accounts: Never → 90 days');
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/runs$/);
});

test('R6, R13, R14: off and on again is late, expiry marks are lifted, and both are said before', async ({ page }) => {
  const ws = workspace('Late');
  await api(ws, 'POST', 'collections', { collection: 'opportunities' });
  await send(ws, account('umbra', { contract_status: 'free' }), account('acme', { contract_status: 'paying' }));
  await api(ws, 'PATCH', 'retention/policies', { free_accounts: 1 });
  await runDaily(ws, '2026-07-03');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await expect(row(page, 'Free accounts')).toContainText('Marked 1');
  await row(page, 'Free accounts').getByRole('link', { name: 'Marked: 1' }).click();
  await expect(page.getByRole('table', { name: 'Marked accounts' }).getByRole('link', { name: 'Umbra' })).toBeVisible();
  await page.goto(pageOf(ws));

  await choose(page, 'Accounts', '90 days');
  await expect(row(page, 'Free accounts')).toContainText('its mark is lifted');
  await expect(bar(page)).toContainText('Opportunities follow');
  await bar(page).getByRole('button', { name: 'Review and save' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The next daily process lifts its one mark (R14)');
  await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await save(page);
  await runDaily(ws, '2026-07-04');

  await page.reload();
  await choose(page, 'Accounts', 'Never');
  await save(page);
  await choose(page, 'Accounts', '30 days');
  await expect(row(page, 'Accounts')).toContainText('Late once saved');
  await bar(page).getByRole('button', { name: 'Review and save' }).click();
  await expect(dialog).toContainText('so late (R6)');
  await expect(dialog).toContainText('1 account waits for an update and is not deleted before it');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row(page, 'Accounts')).toContainText('Late, clock since Jul 4, 2026');
  await expect(row(page, 'Accounts')).toContainText('Dormant: 2 wait for their first update');
});

test('a recommendation for free accounts is a choice like any other', async ({ page }) => {
  const ws = workspace('Recommendations');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await page.getByText('14 days', { exact: true }).click();
  await expect(bar(page)).toContainText('Free accounts: 60 → 14 days');
  await save(page);
  expect(await api(ws, 'GET', 'retention/policies')).toMatchObject({ free_accounts: 14 });
  await page.getByRole('button', { name: 'Explain Free accounts' }).click();
  await expect(page.getByRole('dialog')).toContainText('14 inactive days');
  await expect(page.getByRole('dialog')).toContainText('Jul 16, 2026 (in 15 days)');
});

test('whoever may only read sees why and whom to ask, and whoever may not gets that in place of the page', async ({ browser }) => {
  const ws = workspace('Permissions');
  const reader = await browser.newPage();
  await login(reader, ws, 'advanced');
  await reader.goto(pageOf(ws));
  await expect(reader.getByText('You can read this page, not change it.')).toContainText('retention:configure; ask dana');
  await expect(reader.getByRole('combobox', { name: 'Accounts: delete after inactive days', exact: true })).toBeDisabled();
  await reader.close();
  const member = await browser.newPage();
  await login(member, ws, 'member');
  for (const path of ['', '/runs', '/runs/next', '/runs/2026-07-01', '/audit', '/audit/1']) {
    await member.goto(`${pageOf(ws)}${path}`);
    await expect(member.getByRole('heading', { name: 'You cannot see this page' }), path).toBeVisible();
    await expect(member.getByText('retention:view; ask dana')).toBeVisible();
  }
  for (const data of ['next-process', 'present-process', 'runs', 'audit', 'audit/csv', 'audit/verify', 'preview?save={}']) {
    expect((await member.request.get(`/${ws.slug}/data/${data}`)).status(), data).toBe(403);
  }
  await member.close();
});

test('every state of the page looks well, in both themes, at the desk and on a phone', async ({ page }) => {
  const ws = workspace('Looks of retention');
  await api(ws, 'POST', 'collections', { collection: 'opportunities' });
  await send(ws, account('acme'));
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await expectGoodLooks(page);
  await choose(page, 'Accounts', '90 days');
  await chooseDays(page, 'Users', '0');
  await expectGoodLooks(page);
  await choose(page, 'Users', '30 days');
  await bar(page).getByRole('button', { name: 'Review and save' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
  await expectGoodLooks(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Explain Accounts' }).click();
  await expectGoodLooks(page);
});
