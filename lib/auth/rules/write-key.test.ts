import { expect, test } from 'vitest';
import { writeKeyIn, writeKeyOf } from './write-key.ts';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

test.each<[string, Record<string, string>, string | null]>([
  ['nothing', {}, null],
  ['X-Write-Key', { 'x-write-key': 'pk_a' }, 'pk_a'],
  ['X-Write-Key before Authorization', { 'x-write-key': 'pk_a', authorization: basic('pk_b:') }, 'pk_a'],
  ['an X-Write-Key that is not ours, all the same', { 'x-write-key': 'other', authorization: basic('pk_b:') }, 'other'],
  ['an empty X-Write-Key is none', { 'x-write-key': ' ', authorization: basic('pk_b:') }, 'pk_b'],
  ['the user name of Basic authorization', { authorization: basic('pk_b:') }, 'pk_b'],
  ['a user name without a colon', { authorization: basic('pk_b') }, 'pk_b'],
  ['a password beside it', { authorization: basic('pk_b:secret') }, 'pk_b'],
  ['no user name', { authorization: basic(':') }, null],
  ['the scheme in small letters', { authorization: basic('pk_b:').replace('Basic', 'basic') }, 'pk_b'],
  ['what is no Basic at all', { authorization: 'Digest pk_b' }, null],
  ['a bearer token', { authorization: 'Bearer pk_c' }, 'pk_c'],
  ['the second of a pair, where a client insists on one', { 'x-write-key': 'perennial:pk_d' }, 'pk_d'],
])('%s', (_, headers, key) => {
  expect(writeKeyOf(new Headers(headers))).toBe(key);
});

test.each<[unknown, string | null]>([
  ['pk_e', 'pk_e'],
  ['***', '***'],
  ['', null],
  [undefined, null],
  [5, null],
  [{}, null],
])('in a body, %j', (sent, key) => {
  expect(writeKeyIn(sent)).toBe(key);
});
