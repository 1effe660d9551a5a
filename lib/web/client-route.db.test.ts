import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { toldWorkspace } from '#db/testing/told-workspace.ts';
import { ingestHealth } from '#lib/ingest/ingest-health.ts';
import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { createWorkspace } from '#lib/workspaces/create-workspace.ts';
import { clientRoute } from './client-route.ts';
import { clientOf, done, login, type Sent } from './testing/client-of.ts';

testDatabase();
const here = toldWorkspace();
const { send, batch, usage } = clientOf(here);
const v1 = clientRoute('segment');
const health = () => ingestHealth(here.ctx, {});

describe('the key', () => {
  const basic = (name: string) => ({ authorization: `Basic ${Buffer.from(`${name}:`).toString('base64')}` });

  test('is taken from X-Write-Key, else from Basic authorization, else from the body', async () => {
    expect(await send({ body: { batch: [login] } })).toMatchObject(done);
    expect(await send({ body: { batch: [login] }, key: null, headers: basic(here.apiKey) })).toMatchObject(done);
    expect(await send({ body: { batch: [login], writeKey: here.apiKey }, key: null })).toMatchObject(done);
    expect(await send({ body: { batch: [login], writeKey: '***' }, headers: basic('pk_other') })).toMatchObject(done);
    expect(await usage()).toEqual(['acme/ann login 4']);
  });

  test.each<[string, Sent, number]>([
    ['none', { body: { batch: [login] }, key: null }, 401],
    ['none, and no JSON either', { body: 'x', key: null }, 401],
    ['none, and no gzip either', { body: 'x', key: null, headers: { 'content-encoding': 'gzip' } }, 401],
    ['unknown', { body: { batch: [login] }, key: 'pk_unknown' }, 401],
    ['masked', { body: { batch: [login], writeKey: '***' }, key: null }, 401],
    ['unknown, though the body has a good one', { body: { batch: [login], writeKey: 'GOOD' }, key: 'pk_unknown' }, 401],
  ])('%s: nothing is stored', async (_, sent, status) => {
    const body = JSON.parse(JSON.stringify({ body: sent.body }).replace('GOOD', here.apiKey)).body;
    const refused = await send({ ...sent, body });
    expect(refused.status).toBe(status);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(await usage()).toEqual([]);
  });

  test('that may not ingest is 403; over its limit it is 429 and says when to come again', async () => {
    const { api_key } = await createApiKey(here.ctx, { scopes: ['read', 'admin'] });
    expect((await send({ body: { batch: [login] }, key: api_key })).status).toBe(403);
    const { workspaceId } = await createWorkspace({ type: 'system', name: 'command line' }, { name: 'On the clock of the world' });
    const slow = await createApiKey({ workspaceId, actor: here.ctx.actor }, { scopes: ['ingest'], rate: 1 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send({ body: { batch: [] }, key: slow.api_key })));
    const over = answers.filter(({ status }) => status !== 200);
    expect(over.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([[429, '1']]);
    expect(over[0]?.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });
});

describe('paths', () => {
  test('each takes its kind, short or long, with a slash at its end and any content type', async () => {
    const { type: _, ...track } = login;
    for (const path of ['/v1/track', '/v1/t', '/v1/track/', '/v1/t/', '/api/s/s2s/track', '/api/s/s2s/track/'])
      expect(await send({ path, body: track, headers: { 'content-type': 'text/plain' } }), path).toMatchObject(done);
    expect(
      await send({ path: '/v1/b', body: { batch: [login] }, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ).toMatchObject(done);
    for (const path of ['/v1/group', '/v1/g', '/api/s/s2s/group']) await send({ path, body: { groupId: 'acme', traits: { path } } });
    for (const path of ['/v1/identify', '/v1/i', '/api/s/s2s/identify']) await send({ path, body: { userId: 'ann', traits: { path } } });
    for (const path of ['/v1/page', '/v1/p', '/api/s/s2s/page']) await send({ path, body: { userId: 'ann', name: 'Home' } });
    for (const path of ['/v1/screen', '/v1/s']) await send({ path, body: { userId: 'ann', name: 'Main' } });
    expect(await usage()).toEqual(['acme/ann Home 3', 'acme/ann Main 2', 'acme/ann login 7']);
    const { accounts, users } = await here.stored();
    expect([accounts[0]?.attributes, users[0]?.attributes]).toEqual([{ path: '/api/s/s2s/group' }, { path: '/api/s/s2s/identify' }]);
  });

  test('an alias is answered and tells nothing; what is no path is 404, what is no POST 405', async () => {
    for (const path of ['/v1/alias', '/v1/a']) expect(await send({ path, body: { userId: 'ann', previousId: 'x' } })).toMatchObject(done);
    for (const path of ['/v1/import', '/api/s/s2s/screen', '/api/s/s2s/b']) expect((await send({ path, body: {} })).status, path).toBe(404);
    expect((await v1.GET(new Request('http://perennial.example/v1/batch'))).status).toBe(405);
  });

  test('a browser may send from any page, with the headers that it wants', async () => {
    const request = new Request('http://perennial.example/v1/t', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    const { status, headers } = await v1.OPTIONS(request);
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-methods')]).toEqual([204, '*', 'POST']);
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect((await batch(login)).headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the account of an event', () => {
  test('is the one that it names, else the one that its user was last seen with, whoever said so', async () => {
    await batch({ type: 'group', userId: 'ann', groupId: 'acme' }, { type: 'track', userId: 'ann', event: 'a' });
    await batch(
      { type: 'track', userId: 'ann', event: 'b' },
      { ...login, groupId: 'bolt', event: 'c' },
      { type: 'page', userId: 'ann', name: 'd' },
    );
    await here.record({ type: 'user', account: 'coil', user: 'ann' });
    await batch({ type: 'track', userId: 'ann', event: 'e' }, { type: 'identify', userId: 'ann', traits: { x: 1 } });
    expect(await usage()).toEqual(['acme/ann a 1', 'acme/ann b 1', 'bolt/ann c 1', 'bolt/ann d 1', 'coil/ann e 1']);
    expect((await here.stored()).users.map(({ account, attributes }) => [account, attributes])).toEqual([
      ['acme', {}],
      ['bolt', {}],
      ['coil', { x: 1 }],
    ]);
  });

  test('where none is known, the event is kept out and counted, and taken when it comes again', async () => {
    const early = { type: 'track', userId: 'ann', event: 'early', messageId: 'm1' };
    expect(await batch(early, { type: 'identify', userId: 'ann' }, { type: 'track', anonymousId: 'x', event: 'y' })).toMatchObject(done);
    expect((await health()).totals).toMatchObject({ received: 3, accepted: 0, refused: 0, unattributed: 3 });
    await batch({ type: 'group', userId: 'ann', groupId: 'acme' }, early);
    expect(await usage()).toEqual(['acme/ann early 1']);
  });
});

describe('messages', () => {
  const one = { ...login, messageId: 'm1' };

  test('one sent again stores nothing twice, in the same batch or another, and the neighbour knows nothing of it', async () => {
    await batch(one, one, { ...login, messageId: 'm2' });
    await batch(one);
    await send({ path: '/v1/t', body: one });
    expect(await usage()).toEqual(['acme/ann login 2']);
    expect((await health()).totals).toMatchObject({ received: 5, accepted: 2, repeated: 3, refused: 0 });
  });

  test('ten at once are one', async () => {
    await Promise.all(Array.from({ length: 10 }, () => batch({ ...login, messageId: 'x' }, { ...login, messageId: 'y' })));
    expect(await usage()).toEqual(['acme/ann login 2']);
  });

  test('it is remembered for 24 hours by the clock of the workspace, to the millisecond', async () => {
    await batch(one);
    await here.setClock('2026-07-02T08:59:59.999Z');
    await batch(one);
    expect(await usage()).toEqual(['acme/ann login 1']);
    await here.setClock('2026-07-02T09:00:00Z');
    await batch(one);
    await batch(one);
    expect((await here.stored()).usage.reduce((sum, row) => sum + Number(row.count), 0)).toBe(2);
  });

  test('what was refused is not remembered', async () => {
    await batch({ ...one, event: '' });
    await here.archive('acme');
    await batch({ type: 'group', groupId: 'acme' });
    await batch(one);
    expect(await usage()).toEqual(['acme/ann login 1']);
  });

  test('what ends in the middle leaves neither message nor usage', async () => {
    const { workspaceId } = here;
    const cut = transaction(workspaceId, async (tx) => {
      await tx.execute(sql`insert into client_messages (workspace_id, id, at) values (${workspaceId}, gen_random_uuid(), now())`);
      throw new Error('the process was cut off here');
    });
    await expect(cut).rejects.toThrow('cut off');
    await batch(one);
    expect(await usage()).toEqual(['acme/ann login 1']);
  });
});
