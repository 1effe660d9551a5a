import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { advanceTo, runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace, path = '') => `/${slug}/settings/data-management/data-retention/audit${path}`;
const rows = (page: Page) => page.getByRole('table').getByRole('row');

test('R30: who or what did what to what, in words, with the rule', async ({ page }) => {
  const [ws, neighbour] = [workspace('Told'), workspace('Neighbour of told')];
  await send(ws, account('acme'));
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await api(neighbour, 'PATCH', 'retention/policies', { users: 77 });
  await runDaily(ws, '2026-07-05');
  await send(ws, account('acme'));
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(page.getByRole('row', { name: /API key First key/ }).first()).toContainText('sent information that revived 1 account (R12)');
  await expect(page.getByRole('row', { name: /The daily process/ }).nth(1)).toContainText(
    'marked 1 account in the run of Jul 5, 2026 (R9)',
  );
  await expect(page.getByText('saved Accounts: Never → 3 days (R5)')).toBeVisible();
  await expect(page.getByText('77')).toBeHidden();
});

test('filters stand in the address, and what matches nothing says so', async ({ page }) => {
  const ws = workspace('Filtered');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3, users: 9 });
  await runDaily(ws, '2026-07-03');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await page.getByRole('button', { name: 'Action' }).click();
  await page.getByRole('button', { name: 'Policy saved' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(page).toHaveURL(/action=policy\.saved/);
  await page.getByRole('searchbox', { name: /Entity/ }).fill('policies/users');
  await expect(rows(page)).toHaveCount(2);
  await page.reload();
  await expect(rows(page).nth(1)).toContainText('saved Users: Never → 9 days');
  await page.getByRole('button', { name: 'Days', exact: true }).click();
  await page.getByLabel('From, UTC').fill('2026-07-02');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('No entry matches')).toBeVisible();
  await expect(page.getByText('Filtered by Action, Entity, Days.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows(page).nth(1)).toContainText('finished the run of Jul 3, 2026');
});

test('long trails are paged, and one entry shows all that it holds with its place in the chain', async ({ page }) => {
  const ws = workspace('Long trail');
  await advanceTo(ws, '2026-08-15T09:00:00Z');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(rows(page)).toHaveCount(51);
  await page.getByRole('link', { name: 'Last', exact: true }).click();
  await expect(rows(page).last()).toContainText('made the workspace');
  await rows(page).last().getByRole('link', { name: 'Entry 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entry 1');
  await expect(page.getByText('0'.repeat(64))).toBeVisible();
  const { data } = await api(ws, 'GET', 'audit?action=workspace.created');
  await expect(page.getByText(data[0].hash)).toBeVisible();
  for (const path of ['/99999', '/0', '/first']) {
    await page.goto(pageOf(ws, path));
    await expect(page.getByRole('heading', { name: 'There is no such page' }), path).toBeVisible();
  }
});

test('the chain is verified when the page is opened, and again when it is asked for', async ({ page }) => {
  const ws = workspace('Chain');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(page.getByText('Chain verified up to entry 4, just now')).toBeVisible();
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText('Chain verified up to entry 5, just now')).toBeVisible();
});

test('the file holds what is shown, and no cell is a formula', async ({ page }) => {
  const ws = workspace('Exported');
  await send(ws, account('=cmd'));
  await api(ws, 'PUT', 'holds/accounts/%3Dcmd', { reason: 'kept' });
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, '?action=hold.put'));
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${ws.slug}-audit.csv`);
  const text = await (await file.createReadStream()).toArray().then((chunks) => Buffer.concat(chunks).toString('utf8'));
  const lines = text.trimEnd().split('\r\n');
  expect(lines[0]).toBe('number,at,actor,by,action,rule,entity,from,to,hash');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(',hold.put,R15,accounts/%3Dcmd,');
  expect(text).not.toMatch(/(^|,)[=+\-@]/m);

  // R30: that it was taken stands in the trail, and by what it was filtered does not.
  const { data } = await api(ws, 'GET', 'audit?action=list.downloaded');
  expect(data).toMatchObject([{ rule: 'R30', entity: 'lists/audit', to: { filtered: true } }]);
  await page.goto(pageOf(ws, '?action=list.downloaded'));
  await expect(page.getByText('downloaded the audit trail, filtered')).toBeVisible();
});

test('the trail and an entry look well, in both themes, at the desk and on a phone', async ({ page }) => {
  const ws = workspace('Looks of audit');
  await runDaily(ws, '2026-07-03');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws));
  await expect(page.getByText('Chain verified')).toBeVisible();
  await expectGoodLooks(page);
  await page.goto(pageOf(ws, '?action=policy.saved'));
  await expectGoodLooks(page);
  await page.goto(pageOf(ws, '/1'));
  await expectGoodLooks(page);
});
