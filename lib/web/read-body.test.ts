import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { type Reading, readBytes } from './read-body.ts';

const LIMIT = 1024 * 1024;
const gzipped: Reading = { gzip: true, limitBytes: LIMIT };

function request(body: Uint8Array, encoding?: string): Request {
  const headers = new Headers(encoding === undefined ? [] : [['content-encoding', encoding]]);
  return new Request('http://perennial.example/', { method: 'POST', headers, body: body as BodyInit });
}

async function outcome(reading: Promise<Buffer>): Promise<string | number> {
  try {
    return (await reading).byteLength;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

test.each<[string, Uint8Array, string | undefined, number | string]>([
  ['as it is', Buffer.from('{}'), undefined, 2],
  ['gzip', gzipSync('{"a":1}'), 'gzip', 7],
  ['gzip, in capitals', gzipSync('{}'), ' GZIP ', 2],
  ['two gzips in a row', Buffer.concat([gzipSync('{'), gzipSync('}')]), 'gzip', 2],
  ['as long as allowed', gzipSync(Buffer.alloc(LIMIT)), 'gzip', LIMIT],
  ['a byte longer', gzipSync(Buffer.alloc(LIMIT + 1)), 'gzip', 'too-large'],
  ['a byte longer, not compressed', Buffer.alloc(LIMIT + 1), undefined, 'too-large'],
  ['compressed to more than allowed', Buffer.concat([gzipSync('{}'), Buffer.alloc(LIMIT)]), 'gzip', 'too-large'],
  ['no gzip', Buffer.from('{}'), 'gzip', 'malformed'],
  ['gzip that ends early', gzipSync('{"a":1}').subarray(0, -4), 'gzip', 'malformed'],
  ['gzip that is broken', gzipSync(Buffer.alloc(5000, 'abcdefg')).fill(255, 15, 20), 'gzip', 'malformed'],
  ['nothing, said to be gzip', Buffer.alloc(0), 'gzip', 'malformed'],
  ['another encoding', Buffer.from('{}'), 'br', 'malformed'],
])('%s', async (_, body, encoding, expected) => {
  expect(await outcome(readBytes(request(body, encoding), gzipped))).toBe(expected);
});

test('where gzip is not taken, it is said', async () => {
  expect(await outcome(readBytes(request(gzipSync('{}'), 'gzip')))).toBe('unsupported-type');
});

test('200 MB in 200 kB are inflated no further than the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  expect(bomb.byteLength).toBeLessThan(LIMIT);
  const before = process.memoryUsage();
  expect(await outcome(readBytes(request(bomb, 'gzip'), gzipped))).toBe('too-large');
  const after = process.memoryUsage();
  expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(20 * 1024 * 1024);
});
