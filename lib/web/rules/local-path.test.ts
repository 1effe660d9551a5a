import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each([
  ['/meridian-cloud/accounts?state=marked', '/meridian-cloud/accounts?state=marked'],
  ['/', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  ['', '/'],
  ['meridian-cloud', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/..//evil.example', '/'],
  ['/sign-in', '/'],
])('after signing in with next=%j one is led to %s', (next, path) => {
  expect(localPath(next)).toBe(path);
});
