import { beforeAll, expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { accountPage } from './account-page.ts';
import { createCollection } from './create-collection.ts';

testDatabase();

let here: TestWorkspace;

async function filled(): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-07-10T09:00:00Z');
  const { ctx, workspaceId } = workspace;
  await createCollection(ctx, { collection: 'deals' });
  await testAccounts(workspaceId, [
    { account: 'top' },
    { account: 'group', parent: 'top', status: 'paying' },
    { account: 'b', parent: 'group' },
    { account: 'a', parent: 'group', held: true },
    { account: 'below-held', parent: 'a' },
    { account: 'b-marked', parent: 'b', markedOn: '2026-07-01' },
    { account: 'b-low', parent: 'b-marked' },
    { account: 'root', markedOn: '2026-07-05' },
    { account: 'root-sub', parent: 'root', markedOn: '2026-07-05', cause: 'parent', root: 'root' },
  ]);
  await testMembers(workspaceId, [
    { account: 'group', member: 'ann' },
    { account: 'group', member: 'own', markedOn: '2026-07-02' },
    { account: 'group', member: '7', collection: 'deals' },
  ]);
  return workspace;
}

beforeAll(async () => {
  here = await filled();
  await filled();
});

test('the page of an account shows its family as a tree, above and below', async () => {
  const page = await accountPage(here.ctx, { account: 'group' });
  expect(page.above.map((row) => [row.depth, row.account])).toEqual([[1, 'top']]);
  expect(page.below.map((row) => [row.depth, row.account])).toEqual([
    [1, 'a'],
    [2, 'below-held'],
    [1, 'b'],
    [2, 'b-marked'],
    [3, 'b-low'],
  ]);
  expect(page.more_below).toBe(false);
  expect((await accountPage(here.ctx, { account: 'b-low' })).above.map((row) => row.account)).toEqual(['top', 'group', 'b', 'b-marked']);
});

test('R10: it says what would go along, and of a marked one what went along', async () => {
  const { members, sub_accounts_along } = await accountPage(here.ctx, { account: 'group' });
  expect(members).toEqual([
    { kind: 'users', total: 2, along: 1 },
    { kind: 'deals', total: 1, along: 1 },
  ]);
  expect(sub_accounts_along).toBe(2);
  expect((await accountPage(here.ctx, { account: 'root' })).sub_accounts_along).toBe(1);
});

test('R13: the policy is the account policy where it is on, else expiry where the status expires', async () => {
  const policyOf = async (account: string) => (await accountPage(here.ctx, { account })).policy;
  expect(await policyOf('top')).toMatchObject({ kind: 'free_accounts', days: 60 });
  expect(await policyOf('group')).toBeNull();
  expect((await accountPage(here.ctx, { account: 'top' })).sub_accounts_along).toBe(0);
  await savePolicies(here.ctx, { accounts: 90 });
  expect(await policyOf('group')).toMatchObject({ kind: 'accounts', days: 90 });
  expect((await accountPage(here.ctx, { account: 'top' })).sub_accounts_along).toBe(3);
});

test('usage is added up by day, the last 180 days', async () => {
  const usage = (day: string, count: number, activity: string) => ({
    type: 'usage',
    account: 'top',
    activity,
    count,
    timestamp: `${day}T12:00:00Z`,
  });
  const told = [
    usage('2026-07-09', 2, 'login'),
    usage('2026-07-09', 3, 'report'),
    usage('2026-01-12', 1, 'login'),
    usage('2026-01-11', 9, 'login'),
  ];
  await recordSignals(here.ctx, { signals: told });
  const page = await accountPage(here.ctx, { account: 'top' });
  expect(page.usage).toEqual({
    from: '2026-01-12',
    to: '2026-07-10',
    days: [
      { day: '2026-01-12', count: 1 },
      { day: '2026-07-09', count: 5 },
    ],
  });
  expect(page.last_information_type).toBe('usage');
});

test('an unknown account has no page', async () => {
  await expect(accountPage(here.ctx, { account: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
});
