import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { advanceTo, runDaily } from './support/run-daily.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const list = (page: Page) => page.getByRole('table', { name: 'Accounts' });
const names = (page: Page) => list(page).getByRole('rowgroup').last().getByRole('link');
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const pageOf = ({ slug }: TestWorkspace, id: string) => `/${slug}/accounts/${encodeURIComponent(id)}`;

/** Halcyon, marked on July 5 with a sub-account that went along, below a group that stays. */
async function family(name: string): Promise<TestWorkspace> {
  const ws = workspace(name);
  await api(ws, 'POST', 'collections', { collection: 'licenses' });
  await api(ws, 'PATCH', 'retention/policies', { accounts: 3 });
  await send(
    ws,
    account('halcyon-group'),
    account('halcyon-robotics', { parent: 'halcyon-group', contract_status: 'paying', contract_value: 48_000 }),
    account('halcyon-gmbh', { parent: 'halcyon-robotics' }),
    ...Array.from({ length: 12 }, (_, i) => ({
      type: 'user',
      account: 'halcyon-robotics',
      user: `u-${10 + i}`,
      attributes: { name: `Person ${10 + i}` },
    })),
    { type: 'object', account: 'halcyon-robotics', collection: 'licenses', object: 'l-1', attributes: {} },
  );
  await advanceTo(ws, '2026-07-04T09:00:00Z');
  await send(
    ws,
    { type: 'usage', account: 'halcyon-group', activity: 'login' },
    { type: 'usage', account: 'halcyon-gmbh', activity: 'login' },
  );
  await advanceTo(ws, '2026-07-05T09:00:00Z');
  return ws;
}

test('every member finds accounts by name; state, status, search and page stand in the address', async ({ page }) => {
  const ws = workspace('Accounts');
  const many = Array.from({ length: 60 }, (_, i) => account(`a-${100 + i}`, { contract_status: i % 2 ? 'free' : 'paying' }));
  await send(ws, ...many, account('zenith', { contract_status: 'cancelled' }));
  await api(ws, 'POST', 'accounts/a-100/archive');
  await login(page, ws, 'member');
  await expect(list(page).getByRole('row')).toHaveCount(51);
  await expect(page.getByText('60 accounts').first()).toBeVisible();

  await page.getByRole('link', { name: 'Last' }).click();
  await expect(page).toHaveURL(/end=last/);
  await expect(list(page).getByRole('link', { name: 'Zenith' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
  await page.getByRole('link', { name: 'Previous' }).click();
  await expect(names(page).first()).toHaveText('A 101');
  await page.getByRole('columnheader', { name: 'Account' }).getByRole('link').click();
  await expect(names(page).first()).toHaveText('Zenith');

  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('button', { name: 'Free' }).click();
  await expect(page).toHaveURL(/contract_status=free/);
  await expect(page.getByText('30 accounts').first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Name or identifier' }).fill('nobody');
  await expect(page.getByText('No account matches')).toBeVisible();
  await expect(page.getByText('2 filters are set: Search, Status.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(list(page).getByRole('row')).toHaveCount(51);

  await page.getByRole('link', { name: 'Archived' }).click();
  await expect(names(page)).toHaveText(['A 100']);
  await page.goto(`/${ws.slug}/accounts?q=zen&state=all`);
  await expect(names(page)).toHaveText(['Zenith']);
  await expectGoodLooks(page);
});

test('what happens next is said with its day and rule, and so is the family of an account (R9 to R11)', async ({ page }) => {
  const ws = await family('One account');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Halcyon Robotics');
  await expect(card(page, 'What happens next')).toContainText(
    'Gone for good with the daily process of Aug 4, 2026, 02:00 UTC (in 30 days)',
  );
  await expect(card(page, 'What happens next')).toContainText(
    'Marked on July 5: no information since July 1, and Accounts are deleted after 3 inactive days (R9).',
  );
  const tree = page.getByRole('table', { name: 'Parent and sub-accounts' });
  await expect(tree.getByRole('row', { name: /Halcyon Group/ })).toContainText('Stays, parents never go along');
  await expect(tree.getByRole('row', { name: /Halcyon Gmbh/ })).toContainText('Goes along, gone on Aug 4');
  await expect(card(page, 'Goes along')).toContainText('Users12');
  await expect(card(page, 'Goes along')).toContainText('Sub-accounts1');

  const users = page.getByRole('table', { name: 'Users' });
  await expect(users.getByRole('row')).toHaveCount(11);
  await page.getByRole('navigation', { name: 'Pages of users' }).getByRole('button', { name: 'Next' }).click();
  await expect(users.getByRole('row')).toHaveCount(3);
  await page.getByRole('tab', { name: 'Licenses' }).click();
  await expect(page.getByRole('table', { name: 'Licenses' }).getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('img', { name: /Last information on Jul 1, 2026, marked on Jul 5, 2026/ })).toBeVisible();
  await expectGoodLooks(page);

  await tree.getByRole('link', { name: 'Halcyon Group' }).click();
  await expect(card(page, 'What happens next')).toContainText(
    'Marked with the daily process of Jul 8, 2026, 02:00 UTC (in 3 days) if nothing arrives, and gone for good on Aug 7, 2026 (in 33 days).',
  );
});

test('R12, R15: reviving says when it is due again, a hold has a reason, and Undo takes it back', async ({ page }) => {
  const ws = await family('Revive and hold');
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  await page.getByRole('button', { name: 'Revive', exact: true }).click();
  await expect(page.getByText('Due again on Jul 9, 2026 (in 4 days).')).toBeVisible();
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription('Say why it has to be kept.');
  await dialog.getByLabel('Reason').fill('A case at court');
  await dialog.getByLabel('Last day').fill('2026-07-04');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog.getByText(/or a later day/)).toBeVisible();
  await dialog.getByLabel('Last day').fill('2026-12-31');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(card(page, 'Hold')).toContainText('A case at court');
  await expect(card(page, 'Hold')).toContainText('Dec 31, 2026');
  await expect(card(page, 'What happens next')).toContainText('It stays: it is on hold');
  expect((await api(ws, 'GET', 'holds')).data).toMatchObject([
    { entity: 'halcyon-robotics', reason: 'A case at court', until: '2026-12-31' },
  ]);

  await card(page, 'Hold').getByRole('button', { name: 'End hold' }).click();
  await expect(page.getByText('The hold is ended')).toBeVisible();
  await expect(card(page, 'Hold').getByRole('button', { name: 'Put on hold' })).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: 'The hold is ended' }).getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Hold')).toContainText('A case at court');
});

test('R16: an archived account is restored, or deleted at once by typing its identifier', async ({ page }) => {
  const ws = await family('Archive');
  await login(page, ws, 'global_admin');
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  await card(page, 'Archive').getByRole('button', { name: 'Archive' }).click();
  await expect(card(page, 'Archived')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Marked, archived');
  await card(page, 'Archived').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Active');
  await card(page, 'Archive').getByRole('button', { name: 'Archive' }).click();
  await card(page, 'Archived').getByRole('button', { name: 'Delete for good' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('the account, 12 users and 1 license');
  await expect(dialog).toContainText('Its sub-accounts stay and become top-level.');
  await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('halcyon-robotic');
  await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('halcyon-robotics');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL(/accounts\?state=archived/);
  await expect(page.getByText('Halcyon Robotics is gone for good')).toBeVisible();
  expect((await api(ws, 'GET', 'accounts/halcyon-gmbh')).parent).toBeNull();
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  await expect(page.getByText('It may be gone for good')).toBeVisible();
});

test('an edit saves what changed, says at the field what is wrong, and can be undone', async ({ page }) => {
  const ws = workspace('Edit');
  await send(ws, account('acme', { contract_status: 'free' }), account('below', { parent: 'acme' }));
  await login(page, ws, 'advanced');
  await page.goto(pageOf(ws, 'acme'));
  await card(page, 'Details').getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Contract value').fill('a lot');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Contract value')).toHaveAccessibleDescription('Enter a number, or leave it empty.');
  await dialog.getByLabel('Contract value').fill('1,200');
  await dialog.getByLabel('Parent').fill('below');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/cannot be its own parent/)).toBeVisible();
  await dialog.getByLabel('Parent').fill('');
  await dialog.getByLabel('Name').fill('Acme & Sons');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Acme & Sons');
  await expect(card(page, 'Details')).toContainText('1,200');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Sons');
  expect(await api(ws, 'GET', 'accounts/acme')).toMatchObject({ name: 'Acme', contract_value: null });
});

test('a member sees every account, and at each thing they may not do, why and whom to ask', async ({ page }) => {
  const ws = await family('Members');
  await login(page, ws, 'member');
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  for (const [name, why] of [
    ['Revive', 'Reviving needs retention:review; ask dana.'],
    ['Edit', 'Editing needs entities:edit; ask dana.'],
    ['Put on hold', 'Putting on hold needs retention:hold; ask dana.'],
    ['Archive', 'Archiving needs retention:review; ask dana.'],
  ] as const) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await button.click({ force: true });
    await expect(page.getByRole('tooltip', { name: why })).toBeVisible();
  }
  expect((await api(ws, 'GET', 'accounts/halcyon-robotics')).state).toBe('marked');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expectGoodLooks(page);
});

test('identifiers may hold anything: the page of each is found', async ({ page }) => {
  const ws = workspace('Identifiers');
  const ids = ['a/b', '100%', 'c d?e=f&g#h', 'Zürich ✓', '%2F'];
  await send(ws, ...ids.map((id) => ({ type: 'account', account: id, attributes: {} })));
  await login(page, ws, 'member');
  for (const id of ids) {
    await page.goto(`/${ws.slug}/accounts`);
    await list(page).getByRole('link', { name: id, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(id);
  }
});

test('what is gone while its page is open says so', async ({ page }) => {
  const ws = await family('Gone');
  await login(page, ws, 'advanced');
  await page.clock.install();
  await page.goto(pageOf(ws, 'halcyon-robotics'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Halcyon Robotics');
  await runDaily(ws, '2026-08-04');
  await page.clock.fastForward(60_000);
  await expect(page.getByRole('heading', { name: 'halcyon-robotics is gone for good' })).toBeVisible();
});
