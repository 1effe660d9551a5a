import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { advanceTo } from './support/run-daily.ts';
import { workspace } from './support/workspace.ts';

const RETENTION = 'settings/data-management/data-retention';

/** Moves the clock in the console, as a person does. */
async function advanceInConsole(page: Page, instant: string): Promise<void> {
  await page.getByRole('button', { name: 'Advance', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'To an instant of your own' }).click();
  await dialog.getByLabel('Day and time, UTC').fill(instant);
  await dialog.getByRole('button', { name: 'Advance', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('The clock stands at', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Done' }).click();
}

test('who falls silent is marked, two come back, and the rest are gone for good 30 days later (R5, R9, R11, R12)', async ({
  page: admin,
  browser,
}) => {
  test.setTimeout(180_000);
  const ws = workspace('The main story');
  const pageOf = (path: string) => `/${ws.slug}/${path}`;

  await test.step('an admin sets Accounts: 3 inactive days', async () => {
    await login(admin, ws, 'global_admin');
    await admin.goto(pageOf(RETENTION));
    await admin.getByRole('combobox', { name: 'Accounts: delete after inactive days', exact: true }).click();
    await admin.getByRole('option', { name: 'Custom', exact: true }).click();
    await admin.getByRole('textbox', { name: 'Accounts: delete after inactive days, custom' }).fill('3');
    await admin.getByRole('button', { name: 'Review and save' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.getByRole('region', { name: 'Accounts', exact: true })).toContainText('Included, clock since Jul 1, 2026');
  });

  await test.step('information arrives over HTTP, and one account goes on telling', async () => {
    await send(
      ws,
      account('acme', { contract_status: 'paying', contract_value: 48_000 }),
      { type: 'user', account: 'acme', user: 'ann', attributes: { name: 'Ann' } },
      account('beta', { contract_status: 'free' }),
      account('gamma', { contract_status: 'paying', contract_value: 9_000 }),
      account('gamma-sub', { parent: 'gamma' }),
      { type: 'usage', account: 'delta', activity: 'login' },
      account('evergreen'),
    );
    await advanceTo(ws, '2026-07-04T09:00:00Z');
    await send(ws, { type: 'usage', account: 'evergreen', activity: 'login' }, { type: 'usage', account: 'gamma-sub', activity: 'login' });
  });

  await test.step('days pass in the console, and the daily process marks the silent', async () => {
    await admin.goto(pageOf('accounts'));
    await advanceInConsole(admin, '2026-07-05T09:00');
    await expect(admin.getByRole('link', { name: 'Marked 5' })).toBeVisible();
    await expect(admin.getByRole('table', { name: 'Accounts' }).getByRole('row')).toHaveCount(2);
    await expect(admin.getByRole('link', { name: 'Evergreen' })).toBeVisible();
  });

  const other = await browser.newContext();
  const reviewer = await other.newPage();
  await test.step('a person with advanced permissions reviews them and revives one', async () => {
    await login(reviewer, ws, 'advanced');
    await reviewer.getByRole('link', { name: 'Marked 5' }).click();
    const list = reviewer.getByRole('table', { name: 'Marked accounts' });
    await expect(list.getByRole('row')).toHaveCount(6);
    await expect(list.getByRole('row', { name: /Gamma Sub/ })).toContainText('Goes with gamma');
    await list.getByRole('link', { name: 'Acme' }).click();
    const panel = reviewer.getByRole('complementary', { name: 'Details' });
    await expect(panel).toContainText(
      'Marked on July 5: no information since July 1, and Accounts are deleted after 3 inactive days (R9).',
    );
    await expect(panel).toContainText('Aug 4, 2026 (in 30 days)');
    await panel.getByRole('button', { name: /^Revive R?$/ }).click();
    await expect(reviewer.getByText('Acme is revived')).toBeVisible();
    await expect(reviewer.getByText('Due again on Jul 9, 2026 (in 4 days).')).toBeVisible();
    await expect(list.getByRole('row')).toHaveCount(5);
  });

  await test.step('new information over HTTP revives another', async () => {
    await send(ws, { type: 'touchpoint', account: 'beta', subject: 'Call' });
    await reviewer.reload();
    await expect(reviewer.getByRole('link', { name: 'Gamma', exact: true })).toBeVisible();
    await expect(reviewer.getByRole('link', { name: 'Beta' })).toBeHidden();
    await expect(reviewer.getByRole('link', { name: 'Marked 3' })).toBeVisible();
  });

  await test.step('those who came back stay in touch until 30 days are over', async () => {
    for (const day of ['07-08', '07-11', '07-14', '07-17', '07-20', '07-23', '07-26', '07-29', '08-01', '08-03']) {
      await advanceTo(ws, `2026-${day}T09:00:00Z`);
      await send(ws, ...['acme', 'beta', 'evergreen'].map((id) => ({ type: 'usage', account: id, activity: 'login' })));
    }
    expect((await api(ws, 'GET', 'accounts/gamma')).purge_on).toBe('2026-08-04');
    await admin.goto(pageOf(`${RETENTION}/marked`));
    await expect(admin.getByRole('region', { name: 'Next daily process' })).toContainText('purges 3');
    await advanceInConsole(admin, '2026-08-04T02:00');
  });

  await test.step('the rest are gone for good: the screens, the API and the audit trail say so', async () => {
    await expect(admin.getByText('No account is marked')).toBeVisible();
    await admin.goto(pageOf('accounts?state=all'));
    const names = admin.getByRole('table', { name: 'Accounts' }).getByRole('rowgroup').last().getByRole('link');
    await expect(names).toHaveText(['Acme', 'Beta', 'Evergreen']);
    await admin.goto(pageOf('accounts/gamma'));
    await expect(admin.getByText('It may be gone for good')).toBeVisible();

    for (const id of ['gamma', 'gamma-sub', 'delta']) await expect(api(ws, 'GET', `accounts/${id}`)).rejects.toThrow('answered 404');
    expect((await api(ws, 'GET', 'accounts?state=all')).data.map((row: { account: string }) => row.account)).toEqual([
      'acme',
      'beta',
      'evergreen',
    ]);
    expect((await api(ws, 'GET', 'users?state=all')).data).toHaveLength(1);
    expect(await api(ws, 'GET', 'retention/runs/2026-08-04')).toMatchObject({ state: 'done', purged: { accounts: 3 } });
    expect(await api(ws, 'GET', 'audit/verify')).toMatchObject({ valid: true, broken: null });

    await admin.goto(pageOf(`${RETENTION}/audit`));
    await expect(admin.getByText('finished the run of Aug 4, 2026: marked 0, lifted 0, purged 3')).toBeVisible();
    await admin.goto(pageOf(`${RETENTION}/audit?action=entities.revived`));
    await expect(admin.getByText('revived accounts/acme', { exact: false })).toBeVisible();
    await expect(admin.getByText('sent information that revived 1 account').first()).toBeVisible();
    await admin.goto(pageOf(`${RETENTION}/runs/2026-08-04`));
    await admin.getByRole('link', { name: 'Purged 3' }).click();
    await expect(admin.getByText('gamma-sub').first()).toBeVisible();
  });
  await other.close();
});
