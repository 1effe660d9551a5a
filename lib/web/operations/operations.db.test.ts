import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import type { Scope } from '#lib/auth/rules/permissions.ts';
import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { apiRoute } from '../api-route.ts';
import { createApiKeyOperation, listApiKeysOperation, revokeApiKeyOperation } from './api-keys.ts';
import { listAuditOperation, verifyAuditOperation } from './audit.ts';
import { createCollectionOperation, listCollectionsOperation } from './collections.ts';

testDatabase();

let here: TestWorkspace;
let neighbour: TestWorkspace;

beforeAll(async () => {
  [here, neighbour] = [await testWorkspace(), await testWorkspace()];
});

const collections = apiRoute(listCollectionsOperation, createCollectionOperation);
const keys = apiRoute(listApiKeysOperation, createApiKeyOperation);
const oneKey = apiRoute(revokeApiKeyOperation);
const audit = apiRoute(listAuditOperation);
const verify = apiRoute(verifyAuditOperation);

type Options = { key?: string; body?: unknown; headers?: Record<string, string> };

function request(method: string, path: string, { key = here.apiKey, body, headers = {} }: Options = {}): Request {
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return new Request(`http://perennial.example/api/v1/${path}`, {
    method,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
    ...(body === undefined ? {} : { body: sent as BodyInit }),
  });
}

async function answer(sent: Promise<Response>) {
  const { status, headers, ...response } = await sent.then(async (r) => ({ status: r.status, headers: r.headers, text: await r.text() }));
  return { status, headers, body: response.text === '' ? null : JSON.parse(response.text) };
}

const post = (body: unknown, options: Options = {}) => answer(collections.POST(request('POST', 'collections', { body, ...options })));
const list = (query = '', options: Options = {}) => answer(collections.GET(request('GET', `collections${query}`, options)));

async function keyWith(...scopes: Scope[]): Promise<{ id: string; api_key: string }> {
  return createApiKey(here.ctx, { name: 'Test', scopes });
}

test('a collection is made once, listed by name in pages, and unseen by the neighbour', async () => {
  for (const collection of ['opportunities', 'cases', 'projects']) expect((await post({ collection })).status).toBe(201);
  const first = await list('?limit=2');
  expect(first.body).toEqual({ data: [{ collection: 'cases' }, { collection: 'opportunities' }], next_cursor: expect.any(String) });
  expect(first.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const second = await list(`?limit=2&cursor=${first.body.next_cursor}`);
  expect(second.body).toEqual({ data: [{ collection: 'projects' }], next_cursor: null });
  expect((await list('', { key: neighbour.apiKey })).body).toEqual({ data: [], next_cursor: null });
  expect((await post({ collection: 'cases' })).status).toBe(409);
  expect((await post({ collection: 'cases' }, { key: neighbour.apiKey })).status).toBe(201);
});

test('without a key it is 401, without the scope 403, before anything is said of the input', async () => {
  for (const key of ['', 'pk_unknown', `${here.apiKey}x`]) {
    const refused = await post('not json', { key });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  }
  const { api_key } = await keyWith('read', 'ingest', 'retention', 'export', 'communications');
  expect((await post('not json', { key: api_key })).status).toBe(403);
  expect((await list('', { key: api_key })).status).toBe(200);
});

test('a revoked key is refused at once, and only its own workspace can revoke it', async () => {
  const { id, api_key } = await keyWith('read');
  const path = `api-keys/${id}`;
  expect((await answer(oneKey.DELETE(request('DELETE', path, { key: neighbour.apiKey })))).status).toBe(404);
  expect((await list('', { key: api_key })).status).toBe(200);
  expect((await answer(oneKey.DELETE(request('DELETE', path)))).status).toBe(204);
  expect((await list('', { key: api_key })).status).toBe(401);
  expect((await answer(oneKey.DELETE(request('DELETE', path)))).status).toBe(404);
  expect((await answer(oneKey.DELETE(request('DELETE', 'api-keys/none')))).status).toBe(404);
});

test('a key gives no scope that it lacks, and no answer but the first holds a key', async () => {
  const { api_key } = await keyWith('admin', 'read');
  const make = (scopes: Scope[]) => answer(keys.POST(request('POST', 'api-keys', { key: api_key, body: { name: 'Made', scopes } })));
  expect((await make(['read', 'export'])).status).toBe(403);
  const made = await make(['read']);
  expect(made).toMatchObject({ status: 201, body: { name: 'Made', scopes: ['read'], rate: 200, api_key: expect.stringMatching(/^pk_/) } });
  const listed = await answer(keys.GET(request('GET', 'api-keys')));
  expect(JSON.stringify(listed.body)).not.toContain(made.body.api_key);
  expect(listed.body.data[0]).toMatchObject({ id: made.body.id, prefix: made.body.api_key.slice(0, 9), last_used_at: null });
});

test.each<[string, unknown, number, unknown]>([
  ['no body', '', 400, undefined],
  ['no JSON', '{"collection":', 400, undefined],
  ['no UTF-8', new Uint8Array([34, 255, 34]), 400, undefined],
  ['a list', [], 422, undefined],
  ['null', 'null', 422, undefined],
  ['a number as the name', { collection: 3 }, 422, ['collection']],
  ['a reserved name', { collection: 'objects' }, 422, ['collection']],
  ['a NUL', { collection: 'a\0' }, 422, ['collection']],
  ['half a surrogate pair', '{"collection":"a\\ud800"}', 422, ['collection']],
  ['a hundred thousand brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422, undefined],
  ['a hundred thousand brackets around a NUL', `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`, 400, undefined],
  ['a body over 10 MiB', `"${'x'.repeat(10 * 1024 * 1024)}"`, 413, undefined],
])('%s is refused and makes nothing', async (_, body, status, paths) => {
  const before = (await list()).body;
  const refused = await post(body);
  expect(refused.status).toBe(status);
  expect(refused.body).toMatchObject({ type: expect.any(String), title: expect.any(String), status, detail: expect.any(String) });
  if (paths) expect(refused.body.errors.map((e: { path: string }) => e.path)).toEqual(paths);
  expect((await list()).body).toEqual(before);
});

test.each(['?limit=0', '?limit=1001', '?limit=', '?limit=x', '?limit=1&limit=2', '?cursor=x', '?cursor=WzFd%00', '?cursor='])(
  'the query %s is refused',
  async (query) => {
    expect((await list(query)).status).toBe(422);
  },
);

test('a body as long as allowed is read', async () => {
  expect((await post(`"${'x'.repeat(10 * 1024 * 1024 - 2)}"`)).status).toBe(422);
});

test('another method is 405 and says which there are', async () => {
  const refused = await answer(collections.PATCH(request('PATCH', 'collections')));
  expect(refused.status).toBe(405);
  expect(refused.headers.get('allow')).toBe('GET, POST');
  expect(refused.headers.get('x-request-id')).toBeTruthy();
});

test('the audit knows who did what, newest first, filtered and in pages, and its chain holds', async () => {
  const workspace = await testWorkspace();
  const { apiKey: key } = workspace;
  for (const collection of ['one', 'two']) await post({ collection }, { key });
  const read = (query = '') => answer(audit.GET(request('GET', `audit${query}`, { key })));
  const all = (await read()).body;
  expect(all.data.map((e: { number: number; action: string; entity?: string }) => [e.number, e.action, e.entity])).toEqual([
    [3, 'collection.created', 'collections/two'],
    [2, 'collection.created', 'collections/one'],
    [1, 'workspace.created', undefined],
  ]);
  expect(all.data[0]).toMatchObject({
    at: '2026-07-01T09:00:00.000Z',
    actor: expect.stringMatching(/^key:/),
    rule: 'R7',
    to: { days: 'inherit', mode: null },
  });
  expect(all.data[0]).not.toHaveProperty('from');
  const first = (await read('?limit=2')).body;
  expect((await read(`?limit=2&cursor=${first.next_cursor}`)).body).toMatchObject({ data: [{ number: 1 }], next_cursor: null });
  const numbers = async (query: string) => (await read(query)).body.data.map((e: { number: number }) => e.number);
  expect(await numbers('?action=collection.created')).toEqual([3, 2]);
  expect(await numbers('?entity=collections/one')).toEqual([2]);
  expect(await numbers(`?actor=${encodeURIComponent('command line')}`)).toEqual([1]);
  expect(await numbers('?from=2026-07-01&to=2026-07-01')).toEqual([3, 2, 1]);
  expect(await numbers('?from=2026-07-02')).toEqual([]);
  expect(await numbers('?to=2026-06-30')).toEqual([]);
  expect((await read('?from=2026-02-30')).status).toBe(422);
  const checked = await answer(verify.GET(request('GET', 'audit/verify', { key })));
  expect(checked.body).toEqual({ valid: true, entries: 3, broken: null });
});
