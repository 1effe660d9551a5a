import { expect, type Page, test } from '@playwright/test';
import { account, api, send } from './support/api.ts';
import { login } from './support/login.ts';
import { expectGoodLooks } from './support/looks.ts';
import { retention } from './support/retention.ts';
import { type TestWorkspace, workspace } from './support/workspace.ts';

const connect = ({ slug }: TestWorkspace) => `/${slug}/settings/connect`;
const keys = ({ slug }: TestWorkspace) => `/${slug}/settings/api-keys`;
const card = (page: Page, name: string) => page.getByRole('region', { name });
const state = (page: Page, name: string) => card(page, name).getByRole('status');

test('each client’s code has this host, and turns green with its first event while the page is open', async ({
  page,
  request,
  baseURL,
}) => {
  const ws = workspace('Connect');
  const { service_id: serviceId } = retention('workspace', 'list').find((one: { workspace: string }) => one.workspace === ws.slug);
  await login(page, ws, 'global_admin');
  await page.getByRole('link', { name: 'Connect' }).first().click();
  await expect(page).toHaveURL(new RegExp(`${connect(ws)}$`));
  await expect(page.getByRole('heading', { name: 'Connect', level: 1 })).toBeVisible();
  for (const name of ['Segment for Node', 'Segment for browsers', 'RudderStack for Node', 'Jitsu', 'Totango’s tracker', 'Plain HTTP']) {
    await expect(card(page, name)).toContainText(new URL(baseURL ?? '').host);
    await expect(state(page, name)).toHaveText('No event in 7 days');
  }
  await expect(card(page, 'Totango’s tracker')).toContainText(`sdr_s: '${serviceId}'`);
  expect(await page.content()).not.toContain(ws.apiKey);

  const headers = { 'X-Write-Key': ws.apiKey };
  const track = (library: object) => ({ userId: 'ann', event: 'login', context: { groupId: 'acme', library } });
  await request.post('/v1/track', { headers, data: track({ name: '@segment/analytics-node' }) });
  await expect(state(page, 'Segment for Node')).toContainText('Connected');
  await expect(state(page, 'Segment for browsers')).toHaveText('No event in 7 days');
  await request.post('/v1/t', { headers, data: track({ name: 'analytics.js', version: 'npm:next-1.81.0' }) });
  await request.post('/v1/track', { headers, data: track({ name: 'RudderLabs JavaScript SDK' }) });
  await request.post('/api/s/s2s/track', { headers, data: track({}) });
  await request.get('/pixel.gif', { params: { sdr_s: serviceId, sdr_o: 'acme', sdr_u: 'ann', sdr_a: 'login' } });
  await send(ws, account('acme'));
  for (const name of ['Segment for browsers', 'RudderStack for Node', 'Jitsu', 'Totango’s tracker', 'Plain HTTP'])
    await expect(state(page, name)).toContainText(/1 event, last .*Connected/);
});

test('what arrives and cannot be used is no connection', async ({ page }) => {
  const ws = workspace('Kept out');
  await api(ws, 'POST', 'signals', { signals: [{ type: 'account', account: '' }] });
  await login(page, ws, 'global_admin');
  await page.goto(connect(ws));
  await expect(state(page, 'Plain HTTP')).toContainText(/1 event, none used, last .*Kept out/);
});

test('ingest health counts what came, and shows why something was refused and what it looked like', async ({ page, request }) => {
  const [ws, neighbour] = [workspace('Health'), workspace('Health of others')];
  await api(neighbour, 'POST', 'signals', { signals: [{ type: 'account', account: '' }] });
  await login(page, ws, 'global_admin');
  await page.goto(keys(ws));
  const arrives = card(page, 'What arrives');
  await expect(arrives.getByText('Nothing arrived in 7 days')).toBeVisible();
  await send(ws, account('acme'), account('bolt'));
  await api(ws, 'POST', 'signals', { signals: [{ type: 'usage', account: 'acme', activity: 'login', count: -1 }] });
  await request.post('/v1/track', { headers: { 'X-Write-Key': ws.apiKey }, data: { userId: 'nobody', event: 'login' } });
  await page.reload();
  for (const [name, value] of Object.entries({ Received: 4, Accepted: 2, Refused: 1, Unattributed: 1 })) {
    const tile = arrives.locator('dl > div').filter({ has: page.locator('dt', { hasText: name }) });
    await expect(tile).toContainText(String(value));
  }
  await expect(arrives.getByText(/^Taken per hour, most at .*: 2$/)).toBeVisible();
  await expect(arrives.getByText(/^Kept out per hour, most at .*: 2$/)).toBeVisible();
  await expect(arrives.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await arrives.getByRole('radio', { name: '7 days' }).click();
  await expect(arrives.getByText(/^Taken per hour, most at .*: 2$/)).toBeVisible();
  const refused = arrives.getByRole('listitem').filter({ hasText: 'Send a number from 0 to 10^12.' });
  await expect(refused).toContainText(/Refused.*count.*Once, last .* from Plain HTTP, for acme/);
  await refused.getByText('What the last one looked like').click();
  await expect(refused.getByText('"count": "number"')).toBeVisible();
  await expect(arrives.getByRole('listitem').filter({ hasText: 'Unattributed' })).toContainText('from Segment for Node');
  await expectGoodLooks(page);
});

test('what arrives can be asked for again where it could not be loaded', async ({ page }) => {
  const ws = workspace('Health away');
  await login(page, ws, 'global_admin');
  const address = `**/${ws.slug}/data/ingest-health`;
  await page.route(address, (route) => route.fulfill({ status: 403, json: { detail: 'Not now.' } }));
  await page.goto(keys(ws));
  await expect(page.getByText('What arrives could not be loaded')).toBeVisible();
  await page.unroute(address);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Nothing arrived in 7 days')).toBeVisible();
});

test('whoever may not connect sees why and whom to ask, and reads nothing of it', async ({ page }) => {
  const ws = workspace('Not connecting');
  await login(page, ws, 'advanced');
  await page.goto(connect(ws));
  await expect(page.getByText('Connecting what sends information needs workspace:admin; ask dana')).toBeVisible();
  expect((await page.request.get(`/${ws.slug}/data/ingest-health`)).status()).toBe(403);
});

test('the pages look well', async ({ page }) => {
  test.slow();
  const ws = workspace('Looks of connecting');
  await send(ws, account('acme'));
  await login(page, ws, 'global_admin');
  await page.goto(connect(ws));
  await expect(state(page, 'Plain HTTP')).toContainText('Connected');
  await expectGoodLooks(page);
  await page.goto('/docs');
  await expectGoodLooks(page);
});

test('/docs needs no signing in, says every problem, and runs a read with a key that it keeps nowhere', async ({ page, baseURL }) => {
  const ws = workspace('Documentation');
  await send(ws, account('acme'));
  const violations: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security Policy') && violations.push(message.text()));
  await page.goto('/docs');
  await expect(page.getByRole('heading', { name: 'HTTP interface', level: 1 })).toBeVisible();
  const { paths } = await (await page.request.get('/api/v1/openapi.json')).json();
  const operations = Object.values(paths as Record<string, object>).flatMap((methods) => Object.keys(methods));
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(operations.length);
  await expect(page.getByText(/^urn:perennial:problem:/)).toHaveCount(13);

  const read = page.getByRole('region', { name: 'GET /api/v1/accounts/{account}' });
  await expect(read.getByRole('figure')).toContainText(`curl ${baseURL}/api/v1/accounts/acme`);
  await expect(read.getByRole('button', { name: 'Run' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Your key' }).fill(ws.apiKey);
  await read.getByRole('button', { name: 'Run' }).click();
  await expect(read.getByText('"name": "Acme"')).toBeVisible();
  await read.getByLabel('account').fill('nobody');
  await read.getByLabel('account').press('Enter');
  await expect(read.getByText('"status": 404')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))).not.toContain(ws.apiKey);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Your key' })).toHaveValue('');
  expect(violations).toEqual([]);
});
