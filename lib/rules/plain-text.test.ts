import { expect, test } from 'vitest';
import { isPlainText, unkeepablePath } from './plain-text.ts';

test.each([
  ['', true],
  ['Écran 日本 😀', true],
  ['\u0001\n\uffff', true],
  ['a\0b', false],
  ['\ud83d', false],
  ['\ude00\ud83d', false],
])('%j can be kept: %s', (text, fits) => {
  expect(isPlainText(text)).toBe(fits);
});

test.each<[unknown, string | null]>([
  [{ signals: [{ account: 'a' }, { account: 'b\0' }] }, 'signals[1].account'],
  [{ attributes: { 'k\ud800': 1 } }, 'attributes'],
  [JSON.parse('{"__proto__": {"a": "\\u0000"}}'), '__proto__.a'],
  ['\0', ''],
  [[1, null, true, { a: ['x', {}] }], null],
])('in %j what cannot be kept is at %j', (value, path) => {
  expect(unkeepablePath(value)).toBe(path);
});
