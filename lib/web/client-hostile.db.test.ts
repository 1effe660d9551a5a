import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { toldWorkspace } from '#db/testing/told-workspace.ts';
import { ingestHealth } from '#lib/ingest/ingest-health.ts';
import { clientOf, done, login } from './testing/client-of.ts';

testDatabase();
const here = toldWorkspace();
const { send, batch, usage } = clientOf(here);
const health = () => ingestHealth(here.ctx, {});

const bad: [string, unknown][] = [
  ['null', null],
  ['a list', []],
  ['nothing', {}],
  ['no identity', { type: 'track', event: 'x' }],
  ['NUL', { ...login, userId: 'a\0' }],
  ['half a surrogate pair', { ...login, event: '\udc00' }],
  ['a prototype as a type', { ...login, type: '__proto__' }],
  ['an object as an account', { ...login, groupId: { toString: 'x' } }],
  ['an event of 600 kB', { ...login, properties: { text: 'x'.repeat(600_000) } }],
  ['an attribute of 33 kB', { type: 'group', groupId: 'acme', traits: { bio: 'x'.repeat(33_000) } }],
  ['501 attributes', { type: 'group', groupId: 'acme', traits: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`a${i}`, i])) }],
  [
    'attributes nested as deep as this can be sent',
    { type: 'group', groupId: 'acme', traits: { x: JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) } },
  ],
];

test.each(bad)('%s is kept out, and the good ones of its batch are taken', async (_, event) => {
  expect(await batch(login, event, { ...login, event: 'after' })).toMatchObject(done);
  expect(await usage()).toEqual(['acme/ann after 1', 'acme/ann login 1']);
  const { totals, reasons } = await health();
  expect(totals).toMatchObject({ received: 3, accepted: 2 });
  expect(reasons).toHaveLength(1);
});

test('what only looks bad is taken: 33 kB that nobody keeps, numbers, prototype names, times out of this world', async () => {
  const own = JSON.parse('{"type":"group","groupId":"constructor","traits":{"__proto__":{"a":1}},"__proto__":{"b":2}}');
  const events = [
    { ...login, properties: { text: 'x'.repeat(33_000) } },
    { ...login, userId: 42, groupId: 7 },
    { ...login, timestamp: '1970-01-01T00:00:00Z' },
    { ...login, timestamp: '2099-01-01T00:00:00Z' },
    { ...login, timestamp: 'never' },
    own,
  ];
  expect(await batch(...events)).toMatchObject(done);
  expect((await here.stored()).usage.map((row) => [row.account, row.user, row.day, row.count])).toEqual([
    ['7', '42', '2026-07-01', 1],
    ['acme', 'ann', '2026-07-01', 4],
  ]);
  expect(JSON.stringify((await here.account('constructor'))?.attributes)).toBe('{"__proto__":{"a":1}}');
  expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  expect((await health()).totals).toMatchObject({ received: 6, accepted: 6, redated: 3 });
});

test.each<[string, unknown, number]>([
  ['no JSON', 'x', 400],
  ['nothing', '', 400],
  ['a list', [], 400],
  ['no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
  ['no batch', {}, 400],
  ['a batch that is no list', { batch: { 0: login } }, 400],
  ['2 MB', { batch: [{ ...login, properties: { text: 'x'.repeat(2_000_000) } }] }, 413],
  ['an empty batch', { batch: [] }, 200],
  ['a hundred thousand brackets', `{"batch":[{"type":"track"},${'['.repeat(100_000)}${']'.repeat(100_000)}]}`, 200],
  [
    'attributes nested without end',
    `{"batch":[{"type":"group","groupId":"a","traits":{"x":${'['.repeat(300_000)}${']'.repeat(300_000)}}}]}`,
    200,
  ],
  ['300,000 of nothing', `{"batch":[${'{},'.repeat(300_000)}{}]}`, 200],
])('%s as a body', async (_, body, status) => {
  expect((await send({ body })).status).toBe(status);
  expect(await usage()).toEqual([]);
});

test('gzip is inflated, and what is none is refused', async () => {
  const packed = gzipSync(JSON.stringify({ batch: [login] }));
  const gzip = { 'content-encoding': 'gzip' };
  expect((await send({ body: packed, headers: gzip })).status).toBe(200);
  expect((await send({ body: packed.subarray(0, -5), headers: gzip })).status).toBe(400);
  expect((await send({ body: JSON.stringify({ batch: [login] }), headers: gzip })).status).toBe(400);
  expect((await send({ body: packed, headers: { 'content-encoding': 'br' } })).status).toBe(400);
  expect((await send({ body: packed })).status).toBe(400);
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
  expect((await send({ body: bomb, headers: gzip })).status).toBe(413);
  expect(await usage()).toEqual(['acme/ann login 1']);
});
