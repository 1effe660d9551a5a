import { expect, test } from 'vitest';
import { eventsIn, kindOfPath, sourceOf } from './client-batch.ts';
import { parseClientBody } from './client-json.ts';

const parse = (text: string) => parseClientBody(Buffer.from(text));

test('a body is an object, or nothing', () => {
  expect(parse('{"a":1}')).toEqual({ a: 1 });
  for (const text of ['', '[]', 'null', '5', '"a"', '{"a":', '{}{}', '\u0000']) expect(parse(text), text).toBeNull();
  expect(parseClientBody(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toBeNull();
});

test('long numbers stay whole where they are identifiers', () => {
  const two = parse('{"batch":[{"userId":12345678901234567890,"x":12345678901234567890},{"userId":12345678901234567891,"id":5}]}');
  expect(two?.batch).toEqual([
    { userId: '12345678901234567890', x: 12345678901234567000 },
    { userId: '12345678901234567891', id: 5 },
  ]);
});

test('nested without end it is nothing, or what it is', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(parse(`{"userId":"a","x":${deep}}`)?.userId).toBe('a');
  expect(parse(`{"userId":12345678901234567890,"x":${deep}}`)).toBeNull();
});

test.each([
  ['/v1/batch', 'segment', 'batch'],
  ['/v1/batch/', 'segment', 'batch'],
  ['/v1/b', 'segment', 'batch'],
  ['/v1/g/', 'segment', 'group'],
  ['/v1/s', 'segment', 'screen'],
  ['/v1/import', 'segment', null],
  ['/v1/', 'segment', null],
  ['/v1/constructor', 'segment', null],
  ['/api/s/s2s/track', 'jitsu', 'track'],
  ['/api/s/s2s/track/', 'jitsu', 'track'],
  ['/api/s/s2s/t', 'jitsu', null],
  ['/api/s/s2s/batch', 'jitsu', null],
] as const)('%s takes %s %s', (path, language, kind) => {
  expect(kindOfPath(path, language)).toBe(kind);
});

test('events over 512 KiB are told from the others', () => {
  const large = { type: 'track', properties: { text: 'x'.repeat(512 * 1024) } };
  const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  const body = { batch: [large, { type: 'track' }, deep] };
  expect(eventsIn(body, 'batch', 1_000_000)?.map(({ tooLarge }) => tooLarge)).toEqual([true, false, true]);
  expect(eventsIn(body, 'batch', 512 * 1024)?.map(({ tooLarge }) => tooLarge)).toEqual([false, false, false]);
  for (const batch of [undefined, null, {}, 'x']) expect(eventsIn({ batch }, 'batch', 10)).toBeNull();
  expect(eventsIn({ batch: 'x' }, 'track', 10)).toEqual([{ shape: 'event', kind: 'track', sent: { batch: 'x' }, tooLarge: false }]);
});

test.each([
  [{ batch: [{ context: { library: { name: '@segment/analytics-node' } } }] }, 'segment'],
  [{ batch: [{ context: { library: { name: 'analytics-node' } } }] }, 'segment'],
  [{ batch: [{ context: { library: { name: 'analytics-node' } }, channel: 'server' }] }, 'rudderstack'],
  [{ batch: [{ context: { library: { name: 'analytics.js', version: 'npm:next-1.81.0' } } }] }, 'segment_browser'],
  [{ context: { library: { name: 'analytics.js', version: '4.1.0' } } }, 'segment_browser'],
  [{ context: { library: { name: 'RudderLabs JavaScript SDK' } } }, 'rudderstack'],
  [{ batch: [] }, 'segment'],
  [{ batch: [null] }, 'segment'],
  [{ context: 'x' }, 'segment'],
])('%j is from %s', (body, source) => {
  expect(sourceOf(body, 'segment')).toBe(source);
  expect(sourceOf(body, 'jitsu')).toBe('jitsu');
});
