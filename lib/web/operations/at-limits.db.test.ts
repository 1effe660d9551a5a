import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import type { Context } from '#lib/context.ts';
import { listAccountsPage } from '#lib/entities/list-accounts-page.ts';
import { encodeCursor } from '#lib/page.ts';
import { listMarkedPage } from '#lib/retention/list-marked-page.ts';
import { apiRoute } from '../api-route.ts';
import { type Api, apiOf } from '../testing/api-of.ts';
import { logTouchpointOperation } from './totango.ts';

testDatabase();

let api: Api;
let ctx: Context;
let key: string;

beforeAll(async () => {
  ({ ctx, apiKey: key } = await testWorkspace('2026-07-01T09:00:00Z'));
  api = apiOf(key);
  await api.post('signals', { signals: [{ type: 'account', account: 'acme' }] });
});

describe('what is at the edge of what can be written is answered or refused, and never a fault of ours', () => {
  test.each([
    ['retention/marked?purge_before=0000-01-01', 422],
    ['retention/marked?purge_before=0001-01-05', 200],
    ['retention/marked?purge_before=9999-12-31', 200],
    ['audit?from=0000-01-01', 422],
    ['audit?from=0001-01-01&to=9999-12-31', 200],
    ['retention/runs/0000-01-01', 404],
    ['retention/runs/9999-12-31', 404],
    [`retention/runs?cursor=${encodeCursor(['0000-01-01'])}`, 422],
    [`holds?cursor=${encodeCursor(['accounts', 'x'])}`, 422],
    [`holds?cursor=${encodeCursor([1, 2])}`, 422],
    [`audit?cursor=${encodeCursor([1.5])}`, 422],
    [`audit?cursor=${encodeCursor(['1'])}`, 422],
    [`audit?cursor=${encodeCursor([Number.MAX_SAFE_INTEGER])}`, 200],
    [`collections?cursor=${encodeCursor([1e308])}`, 422],
    ['retention/explain?kind=accounts&entity=%2500', 422],
    ['retention/explain?kind=users&entity=acme/%2500', 422],
    ['accounts?limit=1e9', 422],
  ])('GET %s is %i', async (address, status) => {
    expect((await api.get(address)).status).toBe(status);
  });

  test.each([
    ['PATCH', 'retention/policies', { accounts: 90, accepted: { accounts: 3_000_000_000 } }, 422],
    ['POST', 'retention/revive', { kind: 'accounts', entities: ['%00'] }, 200],
    ['POST', 'retention/revive', { kind: 'accounts', filter: { purge_before: '0000-01-01' } }, 422],
    ['PUT', 'holds/accounts/acme', { reason: 'a case', until: '9999-12-31' }, 200],
    ['PUT', 'holds/accounts/acme', { reason: 'a case', until: '0000-01-01' }, 422],
    ['POST', 'test-clock/advance', { to: '9999-12-31T23:59:59-14:00' }, 422],
    ['POST', 'test-clock/advance', { to: '0000-01-01T00:00:00+14:00' }, 422],
  ] as const)('%s %s %j is %i', async (method, address, body, status) => {
    expect((await api.send(method, address, body)).status).toBe(status);
  });

  test('a field of a client whose name no index can hold', async () => {
    const name = Array.from({ length: 12_000 }, (_, i) => ((i * 7919) % 36_007).toString(36)).join('');
    const body = JSON.stringify({ account_id: 'acme', [name]: 1 });
    const request = new Request('http://perennial.example/api/v3/touchpoints', { method: 'POST', headers: { 'app-token': key }, body });
    expect((await apiRoute(logTouchpointOperation).POST(request)).status).toBe(422);
  });

  test.each(['0x1F', '0b11', '1e-400', ' 5', '1e999', 'NaN'])('a cursor whose value is %j', async (value) => {
    const after = encodeCursor([value, '01890000-0000-7000-8000-000000000000']);
    await expect(listMarkedPage(ctx, { sort: 'value', after })).rejects.toMatchObject({ code: 'invalid' });
  });
});

test('an identifier has 255 characters, however many units of text each takes', async () => {
  const account = '🌱'.repeat(255);
  await api.post('signals', { signals: [{ type: 'account', account }] });
  const entity = encodeURIComponent(account);
  expect((await api.get(`retention/explain?kind=accounts&entity=${encodeURIComponent(entity)}`)).body).toMatchObject({ entity });
  expect((await api.get(`retention/explain?kind=accounts&entity=${encodeURIComponent(`${entity}x`)}`)).status).toBe(422);
});

test('contract values whose sum is more than a number are still listed and previewed', async () => {
  const signal = (account: string) => ({ type: 'account', account, attributes: { contract_value: 1.7e308 } });
  await api.post('signals', { signals: [signal('rich'), signal('richer')] });
  expect(await listAccountsPage(ctx, {})).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ account: 'rich' })]) });
  await api.patch('retention/policies', { accounts: 1 });
  await api.post('test-clock/advance', { to: '2026-07-02T09:00:00Z' });
  const { kinds } = (await api.post('retention/preview?forecast=0', {})).body as Record<string, unknown>;
  expect(kinds).toMatchObject({ accounts: { statuses: [{ status: 'unknown', contract_value: Number.MAX_VALUE }] } });
});
