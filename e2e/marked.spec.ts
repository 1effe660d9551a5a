import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { advanceTo, runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace, query = '') => `/${slug}/settings/data-management/data-retention/marked${query}`;
const list = (page: Page) => page.getByRole('table', { name: /^Marked / });
const names = (page: Page) => list(page).getByRole('rowgroup').last().getByRole('link');
const panel = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

/** Marked by July 5: acme, brook and corp, which took corp-sub along; ann of the active lively by her own silence. */
async function marked(name: string): Promise<TestWorkspace> {
  const ws = workspace(name);
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3, users: 3 });
  await send(
    ws,
    account('acme', { contract_status: 'paying', contract_value: 48_000 }),
    account('brook', { contract_status: 'free', contract_value: 0 }),
    account('corp', { contract_status: 'cancelled', contract_value: 900 }),
    account('corp-sub', { parent: 'corp', contract_status: 'paying', contract_value: 24_000 }),
    account('lively'),
    { type: 'user', account: 'acme', user: 'amy', attributes: {} },
    { type: 'user', account: 'lively', user: 'ann', attributes: { name: 'Ann' } },
  );
  await advanceTo(ws, '2026-07-04T09:00:00Z');
  await send(ws, ...['corp-sub', 'lively'].map((id) => ({ type: 'usage', account: id, activity: 'login' })));
  await advanceTo(ws, '2026-07-05T09:00:00Z');
  return ws;
}

test('what is marked is found by kind, cause, status, purge day and name, all of it in the address', async ({ page }) => {
  const ws = await marked('Filters');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(names(page)).toHaveCount(4);
  await expect(page.getByText('Value 72,900').first()).toBeVisible();
  await expect(list(page).getByRole('row', { name: /Acme/ })).toContainText('Jul 5 → Aug 4');
  await expect(list(page).getByRole('row', { name: /Corp Sub/ })).toContainText('Goes with corp');

  await page.getByRole('columnheader', { name: 'Value' }).getByRole('link').click();
  await expect(names(page)).toHaveText(['Acme', 'Corp Sub', 'Corp', 'Brook']);
  await page.getByRole('button', { name: 'Cause' }).click();
  await page.getByRole('button', { name: 'Goes with parent' }).click();
  await expect(names(page)).toHaveText(['Corp Sub']);
  await expect(page).toHaveURL(/cause=parent/);
  await page.getByRole('button', { name: 'Clear Cause' }).click();
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('button', { name: 'Paying' }).click();
  await expect(names(page)).toHaveText(['Acme', 'Corp Sub']);
  await expect(page.getByText('2 accounts').first()).toBeVisible();
  await page.reload();
  await expect(names(page)).toHaveText(['Acme', 'Corp Sub']);

  await page.getByRole('searchbox', { name: 'Name or identifier' }).fill('nobody');
  await expect(page.getByText('No marked account matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(names(page)).toHaveCount(4);
  await page.goto(pageOf(ws, '?purge_before=2026-08-04'));
  await expect(page.getByText('1 filter is set: Purge day.')).toBeVisible();
  await page.goto(pageOf(ws, '?purge_before=2026-08-05'));
  await expect(names(page)).toHaveCount(4);

  await page.getByRole('navigation', { name: 'Kind' }).getByRole('link', { name: 'Users 1' }).click();
  await expect(names(page)).toHaveText(['Ann']);
});

test('the panel says why in a sentence, draws the days, and names what goes along; on a phone it is a page of its own', async ({
  page,
}) => {
  const ws = await marked('Panel');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await list(page).getByRole('link', { name: 'Corp', exact: true }).click();
  await expect(panel(page)).toContainText(
    'Marked on July 5: no information since July 1, and Accounts are deleted after 3 inactive days (R9).',
  );
  await expect(panel(page)).toContainText('Jul 2 to Jul 4');
  await expect(panel(page)).toContainText('Aug 4, 2026 (in 30 days)');
  await expect(panel(page).getByRole('link', { name: /Corp Sub/ })).toContainText('0 inactive days, goes along (R10)');
  await expect(panel(page)).toContainText('due again on Jul 9, 2026');
  await page.getByRole('checkbox', { name: 'Select Brook' }).check();
  await expectGoodLooks(page);

  await page.setViewportSize({ width: 375, height: 812 });
  await expect(list(page)).toBeHidden();
  await panel(page).getByRole('link', { name: 'Close' }).click();
  await expect(list(page)).toBeVisible();
  await expectGoodLooks(page);
  await page.goto(pageOf(ws, '?kind=users&open=lively%2Fann'));
  await expect(panel(page)).toContainText('and Users are deleted after 3 inactive days (R9).');
  await panel(page).getByRole('button', { name: 'Explain Ann' }).click();
  await expect(page.getByRole('dialog')).toContainText('Gone for good on Aug 4, 2026 (in 30 days) if nothing arrives (R11).');
  await expectGoodLooks(page);
  await page.keyboard.press('Escape');
  await panel(page).getByRole('link', { name: 'lively' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lively');
});

test('keys step, select, revive and hold while the table has the focus', async ({ page }) => {
  const ws = await marked('Keys');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, '?sort=name'));
  await names(page).first().focus();
  await page.keyboard.press('j');
  await expect(names(page).nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('2 selected of 4 matches');
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('1 selected');
  await page.keyboard.press('r');
  await expect(page.getByText('Acme is revived')).toBeVisible();
  await expect(names(page)).toHaveText(['Brook', 'Corp', 'Corp Sub']);
  await names(page).nth(1).focus();
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog', { name: 'Revive Corp and put on hold' });
  await dialog.getByLabel('Reason').fill('Asked for by the customer');
  await dialog.getByRole('button', { name: 'Revive and hold' }).click();
  await expect(names(page)).toHaveText(['Brook']);
  expect(await api(ws, 'GET', 'accounts/corp')).toMatchObject({ state: 'active', on_hold: true });
  expect(await api(ws, 'GET', 'accounts/corp-sub')).toMatchObject({ state: 'active', on_hold: false });
  await runDaily(ws, '2026-07-20');
  expect((await api(ws, 'GET', 'accounts/corp')).state).toBe('active');
});

test('a selection goes over pages and over all that match; the file holds what is shown', async ({ page }) => {
  const ws = workspace('Pages');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3, accepted: { accounts: 60 } });
  await send(
    ws,
    ...Array.from({ length: 60 }, (_, i) => account(`a-${100 + i}`, { contract_status: i < 55 ? 'paying' : 'free', contract_value: 10 })),
  );
  await runDaily(ws, '2026-07-05');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, '?sort=name'));
  await expect(page.getByText('50 of 60 shown')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select A 100' }).check();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(names(page).first()).toHaveText('A 150');
  await expect(page.getByRole('button', { name: 'Last' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await expect(bar(page)).toContainText('11 selected of 60 matches');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bar(page)
      .getByRole('link', { name: /Export CSV/ })
      .click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(61);
  expect(lines[0]).toContain('account,name,contract_status');
  expect(lines[1]).toContain('a-100');
  expect((await api(ws, 'GET', 'audit?action=list.downloaded')).data).toMatchObject([{ entity: 'lists/marked', to: { filtered: false } }]);

  await page.goto(pageOf(ws, '?contract_status=paying'));
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await bar(page).getByRole('button', { name: 'Select all' }).click();
  await expect(bar(page)).toContainText('55 selected of 55 matches');
  await bar(page).getByRole('button', { name: 'Revive', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revive all' }).click();
  await expect(page.getByText('55 accounts revived')).toBeVisible();
  expect((await api(ws, 'GET', 'accounts?state=active&limit=1000')).data).toHaveLength(55);
  expect((await api(ws, 'GET', 'retention/marked')).data).toHaveLength(5);
});

test('a revive of thousands shows how far it is, and is found again after the page was left', async ({ page }) => {
  test.setTimeout(120_000);
  const ws = workspace('Thousands');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3, accepted: { accounts: 5_100 } });
  for (const from of [0, 2_550]) await send(ws, ...Array.from({ length: 2_550 }, (_, i) => account(`a-${10_000 + from + i}`)));
  await runDaily(ws, '2026-07-05');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(page.getByRole('link', { name: 'Accounts 5,100' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await bar(page).getByRole('button', { name: 'Select all' }).click();
  await bar(page).getByRole('button', { name: 'Revive', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revive all' }).click();
  await expect(page.getByRole('progressbar', { name: 'Reviving' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('No account is marked')).toBeVisible({ timeout: 60_000 });
  expect((await api(ws, 'GET', 'retention/marked')).data).toEqual([]);
});

test('nothing marked says what the next daily process marks; a list that could not be read can be read again', async ({ page }) => {
  const ws = workspace('States');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await send(ws, account('acme'));
  await runDaily(ws, '2026-07-04');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(page.getByText('No account is marked')).toBeVisible();
  await expect(page.getByText('The next daily process, Jul 5, 2026, 02:00 UTC, marks 1.')).toBeVisible();
  await expectGoodLooks(page);

  await page.route('**/data/marked?*', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"detail":"It burns."}' }),
  );
  await page.getByRole('searchbox', { name: 'Name or identifier' }).fill('acme');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toContainText('Nothing was changed. It burns.', {
    timeout: 20_000,
  });
  await page.unroute('**/data/marked?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('No marked account matches')).toBeVisible();
});

test('without retention:view the page says what it takes and whom to ask, and gives no data', async ({ page }) => {
  const ws = await marked('Not permitted');
  await login(page, ws, 'member');
  await page.goto(pageOf(ws));
  await expect(page.getByRole('heading', { name: 'You cannot see this page' })).toBeVisible();
  await expect(page.getByText('Reading it needs retention:view; ask dana.')).toBeVisible();
  await expect(page.getByText('acme')).toBeHidden();
  for (const path of ['data/marked', 'data/marked/totals', 'data/marked/csv'])
    expect((await page.request.get(`/${ws.slug}/${path}`)).status(), path).toBe(403);
  await expectGoodLooks(page);
});
