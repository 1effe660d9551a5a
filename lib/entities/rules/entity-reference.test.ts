import { expect, test } from 'vitest';
import { readReference, referenceText } from './entity-reference.ts';

test.each([
  ['accounts', 'acme', { kind: 'accounts', account: 'acme' }],
  ['accounts', 'a%2Fb', { kind: 'accounts', account: 'a/b' }],
  ['users', 'acme/ann%40acme', { kind: 'users', account: 'acme', user: 'ann@acme' }],
  ['objects', 'licenses/acme/l%201', { kind: 'objects', collection: 'licenses', account: 'acme', object: 'l 1' }],
] as const)('%s are named as %s, and written back the same', (kind, text, reference) => {
  expect(readReference(kind, text)).toEqual(reference);
  expect(referenceText(reference)).toBe(text);
});

test.each([
  ['accounts', 'a/b'],
  ['accounts', ''],
  ['users', 'acme'],
  ['users', 'acme/'],
  ['users', 'a/b/c'],
  ['objects', 'a/b'],
  ['objects', 'a/b/c/d'],
  ['accounts', '%E0%A4%A'],
  ['accounts', 'x'.repeat(256)],
] as const)('%s: "%s" names nothing', (kind, text) => {
  expect(readReference(kind, text)).toBeNull();
});
