import fs from 'node:fs';
import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['Meridian Cloud', 1, 'meridian-cloud'],
  ['Meridian Cloud', 2, 'meridian-cloud-2'],
  ['  Écran & Söhne! ', 1, 'ecran-sohne'],
  ['api', 1, 'workspace-api'],
  ['Sign in', 1, 'workspace-sign-in'],
  ['日本', 1, 'workspace'],
  ['日本', 3, 'workspace-3'],
  ['x'.repeat(60), 1, 'x'.repeat(40)],
  ['x'.repeat(60), 12, `${'x'.repeat(37)}-12`],
])('%s, attempt %i, is found at %s', (name, attempt, slug) => {
  expect(slugOf(name, attempt)).toBe(slug);
});

test('no workspace is found where the app serves something else', () => {
  const folders = ['app/*/', 'app/(*)/*/'].flatMap((pattern) => fs.globSync(pattern)).map((folder) => folder.split('/').at(-1) ?? '');
  const served = folders.filter((name) => !/^[[(]/.test(name));
  expect(served).toEqual(expect.arrayContaining(['api', 'v1', 'pixel.gif', 'sign-in']));
  for (const name of served) expect(slugOf(name)).not.toBe(name);
});
