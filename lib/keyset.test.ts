import { expect, test } from 'vitest';
import { z } from 'zod';
import { keysetOf, screenPage } from './keyset.ts';

const KEY = z.tuple([z.string()]);
const keyOf = (row: string) => [row];
const cursor = (key: string) => Buffer.from(JSON.stringify([key])).toString('base64url');
/** What a list of a to e answers for a place in it. */
function turn(where: { after?: string; before?: string; end?: 'last' }) {
  const keyset = keysetOf({ limit: 2, ...where }, KEY);
  const all = ['a', 'b', 'c', 'd', 'e'].filter((row) => {
    if (keyset.key === null) return true;
    return keyset.backwards ? row < (keyset.key[0] ?? '') : row > (keyset.key[0] ?? '');
  });
  const read = keyset.backwards ? all.slice(-keyset.limit) : all.slice(0, keyset.limit);
  return screenPage(read, keyset, keyOf);
}

test.each([
  ['the first page', {}, { rows: ['a', 'b'], previous: null, next: cursor('b') }],
  ['the one after it', { after: cursor('b') }, { rows: ['c', 'd'], previous: cursor('c'), next: cursor('d') }],
  ['the last one, half full', { after: cursor('d') }, { rows: ['e'], previous: cursor('e'), next: null }],
  ['the end', { end: 'last' as const }, { rows: ['d', 'e'], previous: cursor('d'), next: null }],
  ['back from it', { before: cursor('d') }, { rows: ['b', 'c'], previous: cursor('b'), next: cursor('c') }],
  ['back to the beginning', { before: cursor('c') }, { rows: ['a', 'b'], previous: null, next: cursor('b') }],
  ['before the beginning', { before: cursor('a') }, { rows: [], previous: null, next: null }],
])('%s', (_, where, page) => {
  expect(turn(where)).toEqual(page);
});

test.each(['x', '', cursor('a').slice(1), Buffer.from('[1]').toString('base64url'), Buffer.from('["a","b"]').toString('base64url')])(
  'the cursor %j of another list is refused',
  (after) => {
    expect(() => keysetOf({ after, limit: 2 }, KEY)).toThrow('cursor');
  },
);
