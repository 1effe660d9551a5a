import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { jitsuAnalytics } from '@jitsu/js';
import { expect, test } from '@playwright/test';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { type OwnApp, ownApp } from './support/own-app.ts';
import { retention } from './support/retention.ts';
import { usageOf } from './support/usage-of.ts';

let host: string;

test.beforeEach(({ baseURL }) => {
  host = baseURL ?? '';
});

type Workspace = { workspace: string; api_key: string };
const workspaceOf = (client: string): Workspace =>
  retention('workspace', 'create', '--name', client, '--test-clock', '2026-07-01T09:00:00Z');

async function read({ api_key }: Workspace, address: string) {
  const response = await fetch(`${host}/api/v1/${address}`, { headers: { Authorization: `Bearer ${api_key}` } });
  return response.json();
}

/** What every client of these tests tells, and what came of it. */
async function expectTold(workspace: Workspace, source: string): Promise<void> {
  expect(await usageOf(workspace.workspace)).toEqual(['acme/ann Home 1', 'acme/ann crm:Logged in 1']);
  expect((await read(workspace, 'accounts/acme')).contract_status).toBe('free');
  expect((await read(workspace, 'users?account=acme')).data).toMatchObject([{ user: 'ann', attributes: { role: 'boss' } }]);
  const { totals, sources } = await read(workspace, 'ingest/health');
  expect(totals).toMatchObject({ refused: 0, unattributed: 0 });
  expect(sources).toMatchObject([{ source }]);
}

test('Segment’s client for Node tells what it always told', async () => {
  const workspace = workspaceOf('Segment for Node');
  const client = new Analytics({ writeKey: workspace.api_key, host, flushAt: 10 });
  client.group({ userId: 'ann', groupId: 'acme', traits: { name: 'Acme', Status: 'Free' } });
  client.identify({ userId: 'ann', traits: { role: 'boss' } });
  client.track({ userId: 'ann', event: 'Logged in', properties: { module: 'crm' } });
  client.page({ userId: 'ann', name: 'Home' });
  await client.closeAndFlush();
  await expectTold(workspace, 'segment');
});

test('RudderStack’s client for Node does, compressed and as form data', async () => {
  const workspace = workspaceOf('RudderStack for Node');
  const client = new RudderAnalytics(workspace.api_key, { dataPlaneUrl: host, flushInterval: 20 });
  client.group({ userId: 'ann', groupId: 'acme', traits: { name: 'Acme', Status: 'Free' } });
  client.identify({ userId: 'ann', traits: { role: 'boss' } });
  client.track({ userId: 'ann', event: 'Logged in', properties: { module: 'crm' } });
  client.page({ userId: 'ann', name: 'Home' });
  await client.flush();
  await expect.poll(() => usageOf(workspace.workspace)).toHaveLength(2);
  await expectTold(workspace, 'rudderstack');
});

test('Jitsu’s client does', async () => {
  const workspace = workspaceOf('Jitsu');
  const client = jitsuAnalytics({ host, writeKey: `perennial:${workspace.api_key}`, s2s: true });
  await client.identify('ann');
  await client.group('acme', { name: 'Acme', Status: 'Free' });
  await client.identify('ann', { role: 'boss' });
  await client.track('Logged in', { module: 'crm' });
  await client.page('Home', {});
  expect((await read(workspace, 'ingest/health')).reasons).toMatchObject([{ kind: 'unattributed', source: 'jitsu', times: 1 }]);
  expect(await usageOf(workspace.workspace)).toEqual(['acme/ann Home 1', 'acme/ann crm:Logged in 1']);
});

test('Segment’s client in a page of another origin does', async ({ page }) => {
  const workspace = workspaceOf('Segment in browsers');
  const bundles = path.resolve('node_modules/@segment/analytics-next/dist/umd');
  const shop = http.createServer((request, response) => {
    if (request.url === '/') return response.setHeader('Content-Type', 'text/html').end('<script src="/index.js"></script>');
    const file = path.join(bundles, path.basename(request.url ?? ''));
    return fs.existsSync(file) ? fs.createReadStream(file).pipe(response) : response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const address = shop.address();
  try {
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    const told = page.evaluate(
      async ({ writeKey, apiHost }) => {
        type Client = Record<'group' | 'identify' | 'track' | 'page', (...told: unknown[]) => Promise<unknown>>;
        type Library = { AnalyticsBrowser: { load(settings: object, options: object): Client } };
        const { AnalyticsBrowser } = (window as unknown as { AnalyticsNext: Library }).AnalyticsNext;
        const segment = { apiKey: writeKey, apiHost, protocol: 'http' };
        const client = AnalyticsBrowser.load({ writeKey, cdnSettings: { integrations: { 'Segment.io': segment } } }, {});
        await client.identify('ann');
        await client.group('acme', { name: 'Acme', Status: 'Free' });
        await client.identify('ann', { role: 'boss' });
        await client.track('Logged in', { module: 'crm' });
        await client.page('Home');
      },
      { writeKey: workspace.api_key, apiHost: `${new URL(host).host}/v1` },
    );
    await told;
    await expect.poll(() => usageOf(workspace.workspace)).toEqual(['acme/ann Home 1', 'acme/ann crm:Logged in 1']);
    await expect.poll(async () => (await read(workspace, 'accounts/acme')).contract_status).toBe('free');
  } finally {
    shop.close();
  }
});

test('over the limit of its key a client waits as long as it is told, and loses nothing', async () => {
  const workspace: Workspace = retention('workspace', 'create', '--name', 'On the clock of the world');
  const { api_key: writeKey } = retention('api-key', 'create', '--workspace', workspace.workspace, '--scope', 'ingest', '--rate', '1');
  const client = new Analytics({ writeKey, host, flushAt: 1, maxRetries: 0 });
  const statuses: number[] = [];
  client.on('http_response', ({ status }) => statuses.push(status));
  for (let i = 0; i < 7; i++) client.track({ userId: 'ann', event: `told ${i}`, context: { groupId: 'acme' } });
  await client.closeAndFlush({ timeout: 60_000 });
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(await usageOf(workspace.workspace)).toEqual(Array.from({ length: 7 }, (_, i) => `acme/ann told ${i} 1`));
});

test('a server that is killed while they flush, and started again, loses nothing and stores nothing twice', async () => {
  const workspace = workspaceOf('Killed in the middle');
  const app: OwnApp = await ownApp();
  try {
    const client = new Analytics({ writeKey: workspace.api_key, host: app.url, flushAt: 5, maxRetries: 30 });
    const rudder = new RudderAnalytics(workspace.api_key, { dataPlaneUrl: app.url, flushAt: 5, flushInterval: 20, retryCount: 30 });
    const [first, errors] = [Promise.withResolvers<void>(), [] as unknown[]];
    client.on('http_response', ({ status }) => status === 200 && first.resolve());
    client.on('error', (error) => errors.push(error));
    const told = { userId: 'ann', context: { groupId: 'acme' } };
    for (let i = 0; i < 300; i++) client.track({ ...told, event: `segment ${i}` });
    for (let i = 0; i < 40; i++) rudder.track({ ...told, event: `rudder ${i}` });
    await first.promise;
    await app.kill();
    await app.start();
    await client.closeAndFlush({ timeout: 60_000 });
    expect(errors).toEqual([]);
    const expected = [...Array.from({ length: 300 }, (_, i) => `segment ${i}`), ...Array.from({ length: 40 }, (_, i) => `rudder ${i}`)];
    await expect
      .poll(() => usageOf(workspace.workspace), { timeout: 60_000 })
      .toEqual(expected.map((event) => `acme/ann ${event} 1`).sort());
  } finally {
    await app.kill();
  }
});
