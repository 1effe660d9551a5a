import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace) => `/${slug}/settings/data-management/data-retention`;

/** Two accounts, one of them paying, silent since July 1; the clock stands at July 6. */
async function silentFor5Days(name: string, days: number): Promise<TestWorkspace> {
  const ws = workspace(name);
  await send(
    ws,
    account('brightwater', { contract_status: 'paying', contract_value: 126400 }),
    account('tidepool', { contract_status: 'free' }),
    { type: 'user', account: 'tidepool', user: 'ann' },
  );
  await api(ws, 'PATCH', 'retention/policies', { accounts: days });
  await runDaily(ws, '2026-07-06');
  return ws;
}

/** The run of July 5 marks more than the breaker allows, and waits. */
async function waitingRun(name: string): Promise<TestWorkspace> {
  const ws = workspace(name);
  await send(ws, account('brightwater', { contract_status: 'paying' }), account('tidepool'));
  await api(ws, 'PATCH', 'retention/safety', { breaker: { share: 20, floor: 1 } });
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await runDaily(ws, '2026-07-05');
  return ws;
}

async function shorten(page: Page, days: string) {
  await page.getByRole('combobox', { name: 'Accounts: delete after inactive days', exact: true }).click();
  await page.getByRole('option', { name: 'Custom', exact: true }).click();
  await page.getByRole('textbox', { name: 'Accounts: delete after inactive days, custom' }).fill(days);
  await page.getByRole('button', { name: 'Review and save' }).click();
  return page.getByRole('dialog');
}

test('R29: what falls due is shown before the save, and where paying accounts are among it the number has to be typed', async ({
  page,
}) => {
  const ws = await silentFor5Days('Typed', 30);
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  const dialog = await shorten(page, '4');
  await expect(dialog).toContainText('1 paying account falls due within 7 days');
  await expect(dialog.getByRole('row', { name: 'Paying 1 0 1 0 126,400' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: 'Accounts 4 days 0 2 0 100 %' })).toBeVisible();
  await expect(dialog.getByText('2 accounts, the highest contract values first')).toBeVisible();
  await expect(dialog.getByRole('row', { name: 'Tidepool Free N/A 5 Jul 1, 2026 1 user' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Download all 2' }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  expect(file.split('\r\n').map((line) => line.split(',')[0])).toEqual(['account', 'brightwater', 'tidepool', '']);
  await expect(dialog.getByText('most on Jul 7: 2 (present 0)')).toBeVisible();
  const save = dialog.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await expectGoodLooks(page);
  await dialog.getByLabel('Type 2 to allow that many marks').fill('1');
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Type 2 to allow that many marks').fill('2');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await api(ws, 'GET', 'retention/policies')).toMatchObject({ accounts: 4 });
  await runDaily(ws, '2026-07-07');
  expect((await api(ws, 'GET', 'retention/marked')).data).toHaveLength(2);
});

test('a longer policy asks for no number', async ({ page }) => {
  const ws = await silentFor5Days('Longer', 30);
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  const dialog = await shorten(page, '40');
  await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
  await expect(dialog.getByText(/^Type/)).toBeHidden();
});

test('R29: a run that waits is said on every page, and a person who may answers it where it is shown', async ({ page, browser }) => {
  const ws = await waitingRun('Waiting');
  const reader = await browser.newPage();
  await login(reader, ws, 'advanced');
  await reader.goto(`${pageOf(ws)}/overview`);
  await expect(reader.getByText('You can see this, not answer it.')).toContainText('retention:approve; ask dana');
  await reader.close();

  await login(page, ws, 'global_admin');
  await page.getByText('A run waits for a person:').waitFor();
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts: 2 marks wait for your answer' })).toBeVisible();
  await page.getByRole('button', { name: 'See which' }).click();
  await expect(page.getByRole('link', { name: 'Brightwater' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download all 2' }).click();
  expect((await readFile(await (await downloading).path(), 'utf8')).split('\r\n')).toHaveLength(4);
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Allow 2 marks' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts: 2 marks wait for your answer' })).toBeHidden();
  await expect(page.getByText('A run waits for a person:')).toBeHidden();
  expect((await api(ws, 'GET', 'retention/marked')).data).toHaveLength(2);
});

test('R29: a refused policy marks nothing', async ({ page }) => {
  const ws = await waitingRun('Refused');
  await login(page, ws, 'global_admin');
  await page.goto(`${pageOf(ws)}/overview`);
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByText('Refused: nothing is marked before the next save')).toBeVisible();
  await runDaily(ws, '2026-07-06');
  expect((await api(ws, 'GET', 'retention/marked')).data).toEqual([]);
});

test('R29, R16: a pause is said on every page and undone from its toast, and limits that are none are refused', async ({ page }) => {
  const ws = workspace('Pause');
  await send(ws, account('acme'));
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  const pause = page.getByRole('switch', { name: 'Pause purging' });
  await pause.click();
  await expect(page.getByText('Purging is paused.')).toBeVisible();
  await expect(page.getByText('Paused by dana since Jul 1, 2026, 09:00 UTC.')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Next daily process' })).toContainText('marks 0purging is paused');
  expect(await api(ws, 'GET', 'retention/pause')).toEqual({ marking: false, purging: true });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Purging is paused.')).toBeHidden();
  await expect(pause).not.toBeChecked();

  const floor = page.getByRole('textbox', { name: 'Breaker: marks' });
  for (const wrong of ['0', '-1', '1.5', '']) {
    await floor.fill(wrong);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(floor).toHaveAccessibleDescription('Enter a whole number from 1.');
  }
  await floor.fill('50');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The breaker stops at 20 % and 50 marks')).toBeVisible();
  expect(await api(ws, 'GET', 'retention/safety')).toMatchObject({ breaker: { share: 20, floor: 50 } });

  await page.getByRole('switch', { name: 'Archived accounts refuse information' }).click();
  await expect(page.getByText('Information restores archived accounts')).toBeVisible();
  expect(await api(ws, 'GET', 'retention/safety')).toMatchObject({ archived_blocks: false });
});

test('a look-up says why a record is kept, and when it is due', async ({ page }) => {
  const ws = await silentFor5Days('Look up', 30);
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await page.getByRole('textbox', { name: 'Account', exact: true }).fill('brightwater');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Brightwater is active.')).toContainText(
    'so 4 inactive days. Accounts are deleted after 30 inactive days, so it is marked on Aug 1, 2026 (in 26 days) if nothing arrives (R9).',
  );
  await page.getByRole('combobox', { name: 'Accounts: delete after inactive days', exact: true }).click();
  await page.getByRole('option', { name: '90 days', exact: true }).click();
  await expect(page.getByText('With the change not saved yet: Accounts: 30 → 90 days').locator('..')).toContainText(
    'Accounts are deleted after 90 inactive days, so it is marked on Sep 30, 2026 (in 86 days) if nothing arrives (R9).',
  );
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('With the change not saved yet')).toBeHidden();
  await page.getByRole('combobox', { name: 'Kind of record' }).click();
  await page.getByRole('option', { name: 'User' }).click();
  await page.getByRole('textbox', { name: 'Account', exact: true }).fill('tidepool');
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('ann');
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(page.getByText('ann is active.')).toContainText(
    'No policy that is on takes a record like it, but it goes along with tidepool, which is marked on Aug 1, 2026 (in 26 days) if nothing arrives (R10).',
  );
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('nobody');
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(page.getByText('There is no such record here.')).toBeVisible();
  await expectGoodLooks(page);
});

test('R15: the overview tells the days to come, and leads to what is on hold; an ended hold can be put back', async ({ page }) => {
  const ws = await silentFor5Days('Overview', 30);
  await api(ws, 'PUT', 'holds/accounts/brightwater', { reason: 'Legal case 17', until: '2026-12-31' });
  await login(page, ws, 'global_admin');
  await page.goto(`${pageOf(ws)}/overview`);
  await expect(page.getByText('Active accounts').locator('..')).toContainText('2');
  const day = page.getByRole('status').filter({ hasText: 'purges' });
  await expect(day).toContainText('Aug 31, 2026');
  await expect(day).toContainText('1 account, 1 user');
  await page.getByRole('button', { name: 'Twenty examples' }).click();
  await expect(page).toHaveURL(/day=2026-08-31/);
  await expect(page.getByRole('table', { name: 'All 2 purges of this day if nothing arrives' })).toContainText('Tidepool');
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'The day before' }).click();
  await expect(day).toContainText('Aug 30, 2026');
  await expect(page.getByText('Nothing is purged and nothing marked on this day.')).toBeVisible();
  await page.getByRole('slider', { name: 'Day of the forecast' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(day).toContainText('Aug 31, 2026');
  await page.goto(`${pageOf(ws)}/overview?day=2026-08-01`);
  const marks = page.getByRole('table', { name: 'The mark of this day if nothing arrives' });
  await expect(marks.getByRole('row', { name: 'Tidepool account Free N/A Jul 1, 2026' })).toBeVisible();
  await page.getByRole('button', { name: 'Hide examples' }).click();
  await expect(marks).toBeHidden();
  await page.getByRole('link', { name: 'Holds' }).click();
  await expect(page.getByRole('row', { name: /Brightwater.*Legal case 17.*Dec 31, 2026/ })).toBeVisible();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'End the hold on Brightwater' }).click();
  await expect(page.getByText('Nothing is on hold')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /Legal case 17/ })).toBeVisible();
});
