import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { createWorkspace } from './create-workspace.ts';

testDatabase();

test('a taken name gets a number, and every workspace has keys of its own', async () => {
  const first = await testWorkspace();
  const second = await testWorkspace();
  expect([first.slug, second.slug]).toEqual(['meridian-cloud', 'meridian-cloud-2']);
  expect(first.apiKey).not.toBe(second.apiKey);
});

test('workspaces of one name that are made at the same time get numbers of their own', async () => {
  const made = await Promise.all(Array.from({ length: 4 }, () => testWorkspace('2026-07-01T09:00:00Z', 'Twins')));
  expect(made.map(({ slug }) => slug).sort()).toEqual(['twins', 'twins-2', 'twins-3', 'twins-4']);
});

test('a name of white space is refused and makes nothing', async () => {
  const made = createWorkspace({ type: 'system', name: 'command line' }, { name: ' ' });
  await expect(made).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'name', message: 'Enter a name.' }] });
});
