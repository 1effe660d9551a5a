import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { advanceTo, runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace, path = '') => `/${slug}/settings/data-management/data-retention/runs${path}`;
const runs = (page: Page) => page.getByRole('table', { name: 'Runs' }).getByRole('row');

/** Two accounts that fall due on Jul 5, the second with a user of its own. */
async function silentAccounts(ws: TestWorkspace): Promise<void> {
  await send(ws, account('acme'), account('umbra'), { type: 'user', account: 'umbra', user: 'ann', attributes: {} });
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
}

test('Run now says what it will do, does it once, and its page shows what it did to whom', async ({ page }) => {
  const [ws, neighbour] = [workspace('Run now'), workspace('Neighbour of run now')];
  for (const each of [ws, neighbour]) {
    await silentAccounts(each);
    await runDaily(each, '2026-07-04');
  }
  await advanceTo(ws, '2026-07-05T01:59:59Z');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await expect(page.getByText('The run of Jul 4, 2026 is done. The next one begins Jul 5, 2026, 02:00 UTC.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run now' })).toBeDisabled();
  await expect(page.getByRole('region', { name: 'Next daily process' })).toContainText('marks 2');
  await page.getByRole('link', { name: 'See which' }).click();
  await expect(page.getByRole('row', { name: /Accounts/ })).toContainText('2');
  const marks = page.getByRole('region', { name: 'What would be marked' });
  await expect(marks).toContainText('On Jul 5, 2026, and gone for good on Aug 4, 2026, if nothing arrives (R9, R11).');
  await expect(marks.getByRole('link', { name: 'Acme' })).toBeVisible();
  await advanceTo(ws, '2026-08-03T09:00:00Z');
  await page.reload();
  const purges = page.getByRole('region', { name: 'What would be gone for good' });
  await expect(purges).toContainText('On Aug 4, 2026, if nothing arrives until then: marked on Jul 5, 2026 or before (R11).');
  await expect(purges.getByRole('heading', { name: '2 accounts, and with them 1 user' })).toBeVisible();
  await expectGoodLooks(page);
  await purges.getByRole('link', { name: 'In Marked' }).click();
  await expect(page.getByRole('table', { name: /^Marked / }).getByRole('row')).toHaveCount(3);
});

test('Run now runs the present day, live, and is not offered twice', async ({ page }) => {
  const ws = workspace('Run by hand', { now: '2026-07-01T09:00:00Z' });
  await silentAccounts(ws);
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await expect(page.getByText('Nothing has run yet')).toBeVisible();
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Run the daily process of Jul 1, 2026 now?');
  await expect(page.getByRole('alertdialog')).toContainText('It marks nothing and purges nothing.');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Run now' }).click();
  await expect(page).toHaveURL(/\/runs\/2026-07-01$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Run of Jul 1, 2026\s*Done/);
  await expect(page.getByText('Nothing was marked')).toBeVisible();
  await page.getByRole('link', { name: 'Runs' }).first().click();
  await expect(runs(page).nth(1)).toContainText('Jul 1, 2026');
  await expect(runs(page).nth(1)).toContainText('dana');
  await expect(page.getByRole('button', { name: 'Run now' })).toBeDisabled();
});

test('a run’s page: expected and actual, the list by effect and kind, its steps, and its settings as they were', async ({ page }) => {
  const ws = workspace('One run');
  await silentAccounts(ws);
  await runDaily(ws, '2026-07-05');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 30 });
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await runs(page).nth(1).getByRole('link', { name: 'Jul 5, 2026' }).click();
  await expect(page.getByText('2 expected')).toBeVisible();
  const list = page.getByRole('table', { name: 'What it did to whom' });
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(list).toContainText('No information');
  await expect(list.getByRole('link', { name: 'Acme' })).toHaveAttribute('href', `/${ws.slug}/accounts/acme`);
  await page.getByRole('link', { name: 'Purged 0' }).click();
  await expect(page.getByText('Nothing was purged')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Steps' }).getByRole('row', { name: 'Mark accounts' })).toContainText('2');
  await expect(page.getByText('3 days, included, clock since Jul 1, 2026')).toBeVisible();
  await page.goto(pageOf(ws, '/2026-06-01'));
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});

test('runs are paged by day, to the last page and back', async ({ page }) => {
  const ws = workspace('Many runs');
  await advanceTo(ws, '2026-10-01T09:00:00Z');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(runs(page)).toHaveCount(51);
  await expect(runs(page).nth(1)).toContainText('Oct 1, 2026');
  await page.getByRole('link', { name: 'Last', exact: true }).click();
  await expect(runs(page).last()).toContainText('Jul 2, 2026');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  await page.getByRole('link', { name: 'First', exact: true }).click();
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await expect(runs(page)).toHaveCount(43);
  await page.getByRole('link', { name: 'Previous', exact: true }).click();
  await expect(runs(page).nth(1)).toContainText('Oct 1, 2026');
});

test('R29: marks that pass the breaker wait, and are made when a person with the permission allows them', async ({ browser }) => {
  test.slow();
  const ws = workspace('Breaker');
  await send(ws, ...Array.from({ length: 120 }, (_, i) => account(`acme-${i}`)));
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await runDaily(ws, '2026-07-05');
  const reader = await browser.newPage();
  await login(reader, ws, 'advanced');
  await reader.goto(pageOf(ws, '/2026-07-05'));
  await expect(reader.getByText('retention:approve; ask dana')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Allow 120 marks' })).toBeHidden();
  await reader.close();
  const page = await browser.newPage();
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws));
  await expect(page.getByText('Accounts, 120 of 120 would be marked')).toBeVisible();
  await page.getByRole('link', { name: 'Review' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts: 120 marks wait for your answer' })).toBeVisible();
  await page.getByRole('button', { name: 'Allow 120 marks' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts: 120 marks were allowed' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Done');
  await expect(page.getByRole('link', { name: 'Marked 120' }).first()).toBeVisible();
  await expect(page.getByText('would be marked')).toBeHidden();
  await page.close();
});

test('whoever may not start a run sees why and whom to ask', async ({ page }) => {
  const ws = workspace('No run now');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(page.getByText('You can read the runs, not start one.')).toContainText('retention:configure; ask dana');
  await expect(page.getByRole('button', { name: 'Run now' })).toBeDisabled();
});

test('advancing the test clock shows the runs made, and says what is no instant to go to', async ({ page }) => {
  const ws = workspace('Advance');
  await silentAccounts(ws);
  await login(page, ws, 'global_admin');
  const dialog = page.getByRole('dialog', { name: 'Advance the test clock' });
  await page.getByRole('button', { name: 'Advance' }).click();
  await expect(dialog).toContainText('Jul 2, 2026, 02:00 UTC · 1 run');
  await dialog.getByText('To an instant of your own').click();
  await dialog.getByLabel('Day and time, UTC').fill('2026-06-30T10:00');
  await dialog.getByRole('button', { name: 'Advance', exact: true }).click();
  await expect(dialog.getByLabel('Day and time, UTC')).toHaveAccessibleDescription(/only goes forward/);
  await dialog.getByText('By 7 days').click();
  await dialog.getByRole('button', { name: 'Advance', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText('The clock stands at Jul 8, 2026, 09:00 UTC');
  await expect(dialog).toContainText('7 daily processes ran; 6 quiet days not listed.');
  await expect(dialog.getByRole('row', { name: /Jul 5, 2026/ })).toContainText('2');
  await dialog.getByRole('link', { name: 'Jul 5, 2026' }).click();
  await expect(page).toHaveURL(/\/runs\/2026-07-05$/);
  await expect(page.getByText('Test clock Jul 8, 2026, 09:00 UTC')).toBeVisible();
});

test('400 days are advanced in one go, with progress', async ({ page }) => {
  test.setTimeout(180_000);
  const ws = workspace('Four hundred days');
  await login(page, ws, 'global_admin');
  const dialog = page.getByRole('dialog', { name: 'Advance the test clock' });
  await page.getByRole('button', { name: 'Advance' }).click();
  await dialog.getByText('To an instant of your own').click();
  await dialog.getByLabel('Day and time, UTC').fill('2027-08-05T09:00');
  await dialog.getByRole('button', { name: 'Advance', exact: true }).click();
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '400');
  await expect(dialog.getByRole('status')).toHaveText('The clock stands at Aug 5, 2027, 09:00 UTC', { timeout: 150_000 });
  await expect(dialog).toContainText('400 daily processes ran; nothing was marked, lifted or purged.');
});

test('whoever may not advance the clock sees why and whom to ask', async ({ page }) => {
  const ws = workspace('No advance');
  await login(page, ws, 'member');
  await page.getByRole('button', { name: 'Advance' }).click();
  await expect(page.getByText('You can see this clock, not move it.')).toContainText('workspace:admin; ask dana');
});

test('the list and one run look well, in both themes, at the desk and on a phone', async ({ page }) => {
  const ws = workspace('Looks of runs');
  await silentAccounts(ws);
  await runDaily(ws, '2026-07-05');
  await login(page, ws, 'global_admin');
  for (const path of ['', '/2026-07-05', '/next']) {
    await page.goto(pageOf(ws, path));
    await expectGoodLooks(page);
  }
  await page.getByRole('button', { name: 'Advance' }).click();
  await expectGoodLooks(page);
});
