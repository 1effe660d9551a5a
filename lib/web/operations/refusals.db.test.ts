import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { SCOPES, type Scope } from '#lib/auth/rules/permissions.ts';
import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import type { Method } from '../rules/methods.ts';
import { type Api, apiOf } from '../testing/api-of.ts';

testDatabase();

let api: Api;
/** A key with each scope alone. */
const keys: Partial<Record<Scope, string>> = {};

beforeAll(async () => {
  const { ctx, apiKey } = await testWorkspace('2026-07-01T09:00:00Z');
  api = apiOf(apiKey);
  await api.post('collections', { collection: 'deals' });
  await api.post('signals', { signals: [{ type: 'account', account: 'acme' }] });
  for (const scope of SCOPES) keys[scope] = (await createApiKey(ctx, { name: scope, scopes: [scope] })).api_key;
});

test.each([
  { accounts: 0 },
  { accounts: -1 },
  { accounts: 3651 },
  { accounts: 3.5 },
  { accounts: '' },
  { accounts: '3' },
  { accounts: 'NaN' },
  { accounts: 1e9 },
  { collections: null },
  { accepted: null },
  { accounts: true },
  { accounts: 'inherit' },
  { accounts: [] },
  '{"accounts":1e999}',
  { users: 0 },
  { free_accounts: 0 },
  { objects: 3 },
  { accounts: 3, colour: 3 },
  { collections: { nothing: 3 } },
  { collections: { accounts: 3 } },
  { collections: { deals: 0 } },
  { collections: { deals: 'Inherit' } },
  { collections: [] },
  '{"collections":{"__proto__":3}}',
  '{"accepted":{"__proto__":3}}',
  '{"__proto__":{"accounts":3}}',
  '{"collections":{"deals\\u0000":3}}',
  '{"accounts":NaN}',
  [],
  'null',
  '',
])('R4: the policies %j are refused, and nothing is changed', async (body) => {
  const before = await api.get('retention/policies');
  const refused = await api.patch('retention/policies', body);
  expect([400, 422]).toContain(refused.status);
  expect(refused.body).toMatchObject({ status: refused.status, detail: expect.any(String) });
  expect(await api.get('retention/policies')).toEqual(before);
  expect((await api.get('audit?action=policy.saved')).body.data).toEqual([]);
});

test.each<[Method, string, Scope[]]>([
  ['GET', 'accounts', ['read']],
  ['GET', 'accounts/acme', ['read']],
  ['GET', 'users', ['read']],
  ['GET', 'objects', ['read']],
  ['GET', 'quota', ['read']],
  ['GET', 'ingest/health', ['ingest', 'read', 'admin']],
  ['GET', 'retention/policies', ['read', 'retention']],
  ['PATCH', 'retention/policies', ['retention']],
  ['GET', 'retention/marked', ['read', 'retention']],
  ['POST', 'retention/revive', ['retention']],
  ['GET', 'retention/runs', ['read', 'retention']],
  ['GET', 'retention/runs/2026-07-01', ['read', 'retention']],
  ['GET', 'test-clock', ['admin']],
  ['POST', 'test-clock/advance', ['admin']],
])('%s %s needs one of the scopes %j and no other', async (method, address, needed) => {
  const body = method === 'GET' ? undefined : {};
  for (const scope of SCOPES) {
    const { status } = await apiOf(keys[scope] ?? '').send(method, address, body);
    expect(`${scope}: ${status === 403 ? 'refused' : 'let in'}`).toBe(`${scope}: ${needed.includes(scope) ? 'let in' : 'refused'}`);
  }
});

test.each([
  'accounts?state=gone',
  'accounts?limit=0',
  'accounts?q=%00',
  'users?state=',
  'objects?limit=1001',
  'retention/marked?cause=boredom',
  'retention/marked?purge_before=2026-02-30',
  'retention/marked?cursor=x',
  'retention/runs?cursor=WyJ4Il0',
])('GET %s is refused', async (address) => {
  expect((await api.get(address)).status).toBe(422);
});

test.each([{ to: '2026-06-30T00:00:00Z' }, { to: '2027-08-07T00:00:00Z' }, { to: '2026-07-02' }, { to: '' }, { to: 3 }, {}])(
  'the clock is not advanced by %j',
  async (body) => {
    expect((await api.post('test-clock/advance', body)).status).toBe(422);
    expect((await api.get('test-clock')).body).toEqual({ now: '2026-07-01T09:00:00.000Z' });
  },
);
