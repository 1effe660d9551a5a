import { expect, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const pageOf = ({ slug }: TestWorkspace, id: string) => `/${slug}/accounts/${id}`;

test('an account, a user and an object are each explained: what was heard, what counts, which rule decides, and the days to come', async ({
  page,
}) => {
  const ws = workspace('Explained');
  await api(ws, 'POST', 'collections', { collection: 'licenses' });
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await send(
    ws,
    account('halcyon-group'),
    account('halcyon-robotics', { contract_status: 'paying' }),
    { type: 'user', account: 'halcyon-robotics', user: 'ann', attributes: { name: 'Ann' } },
    { type: 'object', account: 'halcyon-robotics', collection: 'licenses', object: 'l-1', attributes: {} },
  );
  await runDaily(ws, '2026-07-04');
  await send(ws, { type: 'usage', account: 'halcyon-group', activity: 'login' });
  await runDaily(ws, '2026-07-05');
  await login(page, ws, 'member');
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  await page.getByRole('button', { name: 'Explain Halcyon Robotics' }).click();
  const dialog = page.getByRole('dialog');
  const said = (label: string) => dialog.getByRole('term').filter({ hasText: label }).locator('..');
  await expect(dialog).toContainText('Accounts are deleted after 3 inactive days (R9). Gone for good on Aug 4, 2026 (in 30 days)');
  await expect(said('Last information')).toContainText('Jul 1, 2026 (4 days ago), object');
  await expect(said('Counted days')).toContainText('3 of 3');
  await expect(said('Decided by')).toContainText('Accounts, 3 inactive days (R9)');
  await expect(said('Overrules')).toContainText('Nothing');
  await expect(said('Waits for')).toContainText('Nothing');
  await expectGoodLooks(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Explain Ann' }).click();
  await expect(said('Decided by')).toContainText('The mark of halcyon-robotics (R10)');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Licenses' }).click();
  await page.getByRole('button', { name: 'Explain l-1' }).click();
  await expect(dialog).toContainText('l-1 is marked.');
  await page.keyboard.press('Escape');

  await page.goto(pageOf(ws, 'halcyon-group'));
  await page.getByRole('button', { name: 'Explain Halcyon Group' }).click();
  await expect(said('Marked')).toContainText('No, due on Jul 8, 2026 (in 3 days)');
  await expect(said('Overrules')).toContainText('Expiry of free accounts (R13)');
  await expect(said('Purge day')).toContainText('Aug 7, 2026 (in 33 days), if nothing arrives');
});

test('R14: where the next daily process lifts a mark, the account and its panel say so in place of a purge', async ({ page }) => {
  const ws = workspace('Lifted soon');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await send(ws, account('halcyon-robotics', { contract_status: 'paying' }));
  await runDaily(ws, '2026-07-05');
  await api(ws, 'PATCH', 'retention/policies', { accounts: null });
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  const next = page.getByRole('region', { name: 'What happens next' });
  await expect(next).toContainText(
    'Its cause no longer holds: the daily process of Jul 6, 2026, 02:00 UTC (tomorrow) lifts its mark (R14). Then it stays.',
  );
  await expect(next).not.toContainText('Gone for good');
  await page.goto(`/${ws.slug}/settings/data-management/data-retention/marked?open=halcyon-robotics`);
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel).toContainText('lifts this mark (R14). Then it stays.');
  await expect(panel).not.toContainText('Gone for good');
  await expectGoodLooks(page);
  await runDaily(ws, '2026-07-06');
  expect((await api(ws, 'GET', 'accounts/halcyon-robotics')).state).toBe('active');
});

test('R10: what goes along with an account above it is due on that one’s day, however active it is', async ({ page }) => {
  const ws = workspace('Along ahead');
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await send(ws, account('halcyon-group'), account('halcyon-gmbh', { parent: 'halcyon-group' }));
  await runDaily(ws, '2026-07-04');
  await send(ws, { type: 'usage', account: 'halcyon-gmbh', activity: 'login' });
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, 'halcyon-gmbh'));
  await expect(page.getByRole('region', { name: 'What happens next' })).toContainText(
    'Marked with the daily process of Jul 5, 2026, 02:00 UTC (tomorrow) if nothing arrives, and gone for good on Aug 4, 2026 (in 31 days). It goes along with halcyon-group, however active it is itself (R10).',
  );
  const tree = page.getByRole('table', { name: 'Parent and sub-accounts' });
  await expect(tree.getByRole('row', { name: /Halcyon Group/ })).toContainText('Due on Jul 5, takes it along');
  await runDaily(ws, '2026-07-05');
  expect(await api(ws, 'GET', 'accounts/halcyon-gmbh')).toMatchObject({ cause: 'parent', purge_on: '2026-08-04' });
});
