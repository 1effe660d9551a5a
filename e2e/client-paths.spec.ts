import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { retention } from './support/retention.ts';
import { usageOf } from './support/usage-of.ts';

let workspace: { workspace: string; api_key: string; service_id: string };

test.beforeAll(() => {
  workspace = retention('workspace', 'create', '--name', 'Paths of clients', '--test-clock', '2026-07-01T09:00:00Z');
});

const event = { userId: 'ann', groupId: 'acme', event: 'login', name: 'login' };

test('no path redirects for a slash at its end, and each takes what it should', async ({ request }) => {
  const headers = { 'X-Write-Key': workspace.api_key };
  const usage = ['/v1/track', '/v1/t', '/v1/page', '/v1/p', '/v1/screen', '/v1/s', '/api/s/s2s/track', '/api/s/s2s/page'];
  const others = ['/v1/identify', '/v1/i', '/v1/group', '/v1/g', '/v1/alias', '/v1/a', '/api/s/s2s/identify', '/api/s/s2s/group'];
  for (const path of [...usage, ...others].flatMap((path) => [path, `${path}/`])) {
    const response = await request.post(path, { headers, data: event, maxRedirects: 0 });
    expect([path, response.status(), await response.json()]).toEqual([path, 200, { success: true }]);
  }
  for (const path of ['/v1/batch', '/v1/batch/', '/v1/b', '/v1/b/'])
    expect((await request.post(path, { headers, data: { batch: [{ ...event, type: 'track' }] }, maxRedirects: 0 })).status(), path).toBe(
      200,
    );
  for (const path of ['/pixel.gif', '/pixel.gif/']) {
    const response = await request.get(path, {
      params: { sdr_s: workspace.service_id, sdr_o: 'acme', sdr_u: 'ann', sdr_a: 'login' },
      maxRedirects: 0,
    });
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/gif']);
  }
  expect(await usageOf(workspace.workspace)).toEqual(['acme/ann login 22']);
});

test('tasks are taken where programs written for Totango send them', async ({ request }) => {
  const headers = { 'app-token': workspace.api_key };
  const made = await request.post('/api/v3/tasks/', { headers, form: { account_id: 'acme', title: 'Call' }, maxRedirects: 0 });
  const { id } = await made.json();
  const closed = await request.put(`/api/v3/tasks/${id}`, { headers, data: { account_id: 'acme', status: 'closed' } });
  expect(await closed.json()).toEqual({ id, account_id: 'acme', status: 'closed' });
  expect((await request.post('/api/v3/touchpoints', { headers, data: { account_id: 'acme', subject: 'Hello' } })).status()).toBe(200);
});

test('what nobody serves is a problem in JSON', async ({ request }) => {
  for (const path of ['/v1', '/v1/import', '/v1/track/more', '/api/v3/accounts', '/api/s/track', '/api/unknown']) {
    const response = await request.post(path, { data: {} });
    expect([path, response.status(), response.headers()['content-type']]).toEqual([path, 404, 'application/problem+json']);
  }
});

test('200 MB in 200 kB are refused', async ({ request }) => {
  const headers = { 'X-Write-Key': workspace.api_key, 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' };
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
  expect((await request.post('/v1/batch', { headers, data: bomb })).status()).toBe(413);
});
