import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { read } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { toldWorkspace } from '#db/testing/told-workspace.ts';
import type { KeyAtWork } from '#lib/auth/authenticate-key.ts';
import { authenticateTracker } from '#lib/auth/authenticate-tracker.ts';
import { limitRate } from '#lib/auth/limit-rate.ts';
import { ingestHealth } from '#lib/ingest/ingest-health.ts';
import { saveIngestSettings } from '#lib/ingest/save-ingest-settings.ts';
import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { createWorkspace } from '#lib/workspaces/create-workspace.ts';
import { apiRoute } from './api-route.ts';
import { createTaskOperation, logTouchpointOperation, saveTaskOperation } from './operations/totango.ts';
import { pixel } from './pixel-route.ts';

testDatabase();
const here = toldWorkspace();

describe('the pixel', () => {
  const hit = async (fields: Record<string, string>, { method = 'GET', path = '/pixel.gif', headers = {} } = {}) => {
    const parameters = new URLSearchParams({ sdr_s: here.serviceId, ...fields });
    const url = `http://perennial.example${path}`;
    const sent =
      method === 'GET' ? new Request(`${url}?${parameters}`, { headers }) : new Request(url, { method, headers, body: parameters });
    const response = await pixel(sent);
    const picture = Buffer.from(await response.arrayBuffer());
    expect([
      response.headers.get('content-type'),
      picture.subarray(0, 6).toString(),
      picture.readUInt16LE(6),
      picture.readUInt16LE(8),
    ]).toEqual(['image/gif', 'GIF89a', 1, 1]);
    return response.status;
  };
  const usage = async () => (await here.stored()).usage.map((row) => [row.account, row.user, row.module, row.activity, row.count]);

  test('is usage, and attributes of account and user, by GET and POST, with a slash or without', async () => {
    const all = {
      sdr_o: 'acme',
      sdr_u: 'ann',
      sdr_a: 'login',
      sdr_m: 'crm',
      sdr_odn: 'Acme',
      'sdr_o.Status': 'Free',
      'sdr_o.parent_id': 'group',
      'sdr_u.Role': 'boss',
    };
    for (const method of ['GET', 'POST'])
      for (const path of ['/pixel.gif', '/pixel.gif/']) expect(await hit(all, { method, path })).toBe(200);
    expect(await usage()).toEqual([['acme', 'ann', 'crm', 'login', 4]]);
    expect(await here.account('acme')).toMatchObject({ name: 'Acme', contract_status: 'free', parent: 'group', attributes: {} });
    expect((await here.stored()).users).toMatchObject([{ user: 'ann', attributes: { Role: 'boss' } }]);
    await hit({ sdr_u: 'ann', sdr_a: 'logout' });
    expect(await usage()).toContainEqual(['acme', 'ann', '', 'logout', 1]);
  });

  test.each<[string, Record<string, string>]>([
    ['without an account', { sdr_a: 'login' }],
    ['with a user whom nobody knows', { sdr_u: 'zoe', sdr_a: 'login' }],
    ['with NUL', { sdr_o: 'a\0', sdr_a: 'login' }],
    ['of a workspace that is none', { sdr_s: 'SP-1-1', sdr_o: 'acme', sdr_a: 'login' }],
    ['with a service id that is none', { sdr_s: '\0', sdr_o: 'acme', sdr_a: 'login' }],
    ['with a key instead of the service id', { sdr_s: 'pk_x', sdr_o: 'acme', sdr_a: 'login' }],
  ])('%s it is a picture and stores nothing', async (_, fields) => {
    expect(await hit(fields)).toBe(200);
    expect((await here.stored()).accounts).toEqual([]);
  });

  test('a form that cannot be read is a picture too', async () => {
    expect(await hit({ sdr_o: 'acme', x: 'y'.repeat(100_000) }, { method: 'POST' })).toBe(200);
    expect(await hit({ sdr_o: 'acme' }, { method: 'POST', headers: { 'content-encoding': 'gzip' } })).toBe(200);
    expect((await here.stored()).accounts).toEqual([]);
  });

  test('where the workspace asks for a key, one of its own that may ingest is needed', async () => {
    await saveIngestSettings(here.ctx, { pixel_needs_key: true });
    const { api_key: reader } = await createApiKey(here.ctx, { scopes: ['read'] });
    const neighbour = await createWorkspace(
      { type: 'system', name: 'command line' },
      { name: 'Neighbour', testClock: '2026-07-01T09:00:00Z' },
    );
    const fields = { sdr_o: 'acme', sdr_a: 'login' };
    for (const token of ['', 'pk_unknown', reader, neighbour.apiKey]) await hit({ ...fields, 'api-token': token });
    await hit(fields);
    expect(await usage()).toEqual([]);
    await hit({ ...fields, 'api-token': here.apiKey });
    await hit(fields, { headers: { 'api-token': here.apiKey } });
    expect(await usage()).toEqual([['acme', null, '', 'login', 2]]);
    const { totals, reasons } = await ingestHealth(here.ctx, {});
    expect(totals).toMatchObject({ received: 7, accepted: 2, refused: 5 });
    expect(reasons).toMatchObject([{ path: 'api-token', times: 5, source: 'totango', account: 'acme' }]);
    expect(JSON.stringify(reasons)).not.toContain('pk_');
  });

  test('over the limit it says when to come again, with a picture', async () => {
    const { serviceId } = await createWorkspace({ type: 'system', name: 'command line' }, { name: 'On the clock of the world' });
    const still = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const tracker = { ...(await authenticateTracker(serviceId, null)) } as KeyAtWork;
    for (let requests = 0; requests < 1000; requests++) limitRate(tracker);
    expect(await hit({ sdr_s: serviceId })).toBe(429);
    still.mockRestore();
  });
});

describe('touchpoints and tasks', () => {
  const routes = { touchpoints: apiRoute(logTouchpointOperation), tasks: apiRoute(createTaskOperation), task: apiRoute(saveTaskOperation) };

  async function call(address: string, body: unknown, { method = 'POST' as 'POST' | 'PUT', token = here.apiKey } = {}) {
    const sent = typeof body === 'string' || body instanceof URLSearchParams ? body : JSON.stringify(body);
    const request = new Request(`http://perennial.example/api/v3/${address}`, { method, headers: { 'app-token': token }, body: sent });
    const response = await (method === 'PUT' ? routes.task : address === 'tasks' ? routes.tasks : routes.touchpoints)[method](request);
    return { status: response.status, body: await response.json() };
  }
  const rows = (table: string) =>
    read(here.workspaceId, (tx) => tx.execute(sql`select * from ${sql.identifier(table)} order by 1, 2`)) as Promise<
      Record<string, unknown>[]
    >;

  test('a touchpoint is stored with the fields that nobody knows, by JSON or form', async () => {
    const fields = {
      account_id: 'acme',
      user_id: 'ann',
      subject: 'Hello',
      content: 'We spoke.',
      touchpoint_type: 'qbr',
      date: '1999-01-01',
    };
    expect(await call('touchpoints', fields)).toEqual({ status: 200, body: { account_id: 'acme' } });
    expect((await call('touchpoints', new URLSearchParams(fields))).status).toBe(200);
    expect(await call('touchpoints', { ...fields, account_id: 5, user_id: undefined })).toEqual({ status: 200, body: { account_id: '5' } });
    const { touchpoints } = await here.stored();
    expect(touchpoints).toMatchObject([
      { account: '5' },
      ...Array(2).fill({ account: 'acme', users: ['ann'], subject: 'Hello', content: 'We spoke.', at: '2026-07-01 09:00:00+00' }),
    ]);
    expect((await rows('touchpoints')).map(({ details }) => details)).toEqual(
      Array(3).fill({ touchpoint_type: 'qbr', date: '1999-01-01' }),
    );
  });

  test('a task is created open, closed by its id, and made where it is not known', async () => {
    const made = await call('tasks', { account_id: 'acme', title: 'Call', due_date: '2020-01-01' });
    expect(made).toMatchObject({ status: 200, body: { account_id: 'acme', status: 'open' } });
    const put = (id: string, fields: Record<string, string>) =>
      call(`tasks/${encodeURIComponent(id)}`, new URLSearchParams(fields), { method: 'PUT' });
    expect((await put(made.body.id, { account_id: 'acme', status: 'closed', outcome: 'good' })).body).toEqual({
      id: made.body.id,
      account_id: 'acme',
      status: 'closed',
    });
    expect((await put('a/b', { account_id: 'acme', user_id: 'ann', status: 'closed', title: 'Made' })).status).toBe(200);
    expect((await rows('tasks')).map((task) => [task.title, task.status, task.details])).toEqual(
      expect.arrayContaining([
        ['Call', 'completed', { due_date: '2020-01-01', outcome: 'good' }],
        ['Made', 'completed', {}],
      ]),
    );
    expect(await here.account('acme')).toMatchObject({ last_information_type: 'task' });
    expect((await here.stored()).users).toMatchObject([{ user: 'ann' }]);
  });

  test.each<[string, unknown, number, unknown]>([
    ['no account', { status: 'open' }, 422, ['account_id']],
    ['a status that is none', { account_id: 'a', status: 'done' }, 422, ['status']],
    ['NUL', { account_id: 'a', status: 'open', note: '\0' }, 422, ['note']],
    ['no JSON', '{"account_id":', 400, undefined],
    ['nothing', '', 422, ['status']],
  ])('%s is refused, counted, and makes nothing', async (_, body, status, paths) => {
    const refused = await call('tasks/t1', body, { method: 'PUT' });
    expect(refused.status).toBe(status);
    expect(refused.body.errors?.map(({ path }: { path: string }) => path)).toEqual(paths);
    expect((await here.stored()).accounts).toEqual([]);
    expect((await ingestHealth(here.ctx, {})).totals.refused).toBe(paths ? 1 : 0);
  });

  test('without a key it is 401, without the scope 403, for an archived account 422', async () => {
    const { api_key } = await createApiKey(here.ctx, { scopes: ['read', 'admin'] });
    expect((await call('tasks', {}, { token: '' })).status).toBe(401);
    expect((await call('tasks', {}, { token: api_key })).status).toBe(403);
    await here.record({ type: 'account', account: 'acme' });
    await here.archive('acme');
    expect(await call('touchpoints', { account_id: 'acme' })).toMatchObject({ status: 422, body: { errors: [{ path: 'account_id' }] } });
  });
});
