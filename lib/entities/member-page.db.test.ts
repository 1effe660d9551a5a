import { beforeAll, expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { createCollection } from './create-collection.ts';
import { memberPage } from './member-page.ts';

testDatabase();

let here: TestWorkspace;

beforeAll(async () => {
  here = await testWorkspace('2026-07-05T16:20:00Z');
  const { ctx, workspaceId } = here;
  await createCollection(ctx, { collection: 'licenses' });
  await createCollection(ctx, { collection: 'deals' });
  await testAccounts(workspaceId, [{ account: 'acme', markedOn: '2026-07-03' }, { account: 'a/b' }]);
  await testMembers(workspaceId, [
    { account: 'acme', member: 'ann', markedOn: '2026-07-01' },
    { account: 'acme', member: 'bob' },
    { account: 'a/b', member: 'ann', name: 'Ann of the other' },
    { account: 'acme', member: 'l1', collection: 'licenses', name: 'A license' },
    { account: 'acme', member: 'l1', collection: 'deals', name: 'A deal' },
  ]);
  await savePolicies(ctx, { users: 30 });
  const neighbour = await testWorkspace('2026-07-05T16:20:00Z');
  await testAccounts(neighbour.workspaceId, [{ account: 'acme' }]);
  await testMembers(neighbour.workspaceId, [{ account: 'acme', member: 'neil' }]);
});

const page = (kind: string, entity: string) => memberPage(here.ctx, { kind, entity });

test('R10. A user with a mark of its own shows it, one without goes along with its account', async () => {
  expect(await page('users', 'acme/ann')).toMatchObject({
    member: 'ann',
    collection: null,
    answer: { cause: 'inactivity', marked_on: '2026-07-01', root: null },
  });
  expect(await page('users', 'acme/bob')).toMatchObject({ answer: { cause: 'parent', marked_on: '2026-07-03', root: 'acme' } });
});

test('the same identifier in another account or collection is somebody else', async () => {
  expect((await page('users', 'a%2Fb/ann')).answer).toMatchObject({ account: 'a/b', name: 'Ann of the other', state: 'active' });
  expect((await page('objects', 'licenses/acme/l1')).answer.name).toBe('A license');
  expect((await page('objects', 'deals/acme/l1')).answer.name).toBe('A deal');
});

test('R4, R5. It names the policy of its own kind and the day on which that would mark it', async () => {
  expect((await page('users', 'a%2Fb/ann')).policy).toEqual({ kind: 'users', days: 30, on: '2026-08-05', waits_for: null });
  expect((await page('objects', 'licenses/acme/l1')).policy).toBeNull();
});

test('what is not here is not found, and what has another shape is refused', async () => {
  for (const entity of ['acme/nobody', 'nobody/ann', 'acme/neil'])
    await expect(page('users', entity)).rejects.toMatchObject({ code: 'not-found' });
  await expect(page('objects', 'acme/l1')).rejects.toMatchObject({ code: 'invalid' });
  await expect(page('accounts', 'acme')).rejects.toMatchObject({ code: 'invalid' });
});
