import { expect, test } from 'vitest';
import { testAccounts } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { getAccount } from './get-account.ts';
import { moveToPaying } from './move-to-paying.ts';

testDatabase();

test('R13, R14. Moved to paying, an expired account is active at once, one marked for inactivity stays marked, and neither was told anything', async () => {
  const { workspaceId, ctx } = await testWorkspace('2026-07-05T09:00:00Z');
  await testAccounts(workspaceId, [
    { account: 'expired/1', status: 'free', value: 12, markedOn: '2026-07-01', cause: 'expiry' },
    { account: 'silent', status: 'unknown', markedOn: '2026-07-01', cause: 'inactivity' },
  ]);
  const before = await getAccount(ctx, { account: 'expired/1' });
  expect(await moveToPaying(ctx, { entities: ['expired%2F1', 'silent'], zero_value: true })).toEqual({ moved: 2, active: 1 });
  const after = await getAccount(ctx, { account: 'expired/1' });
  expect(after).toMatchObject({
    state: 'active',
    contract_status: 'paying',
    contract_value: 0,
    last_information_at: before.last_information_at,
  });
  expect(await getAccount(ctx, { account: 'silent' })).toMatchObject({ state: 'marked', contract_status: 'paying' });
});

test('where one of them is gone, none is moved', async () => {
  const { workspaceId, ctx } = await testWorkspace('2026-07-05T09:00:00Z');
  await testAccounts(workspaceId, [{ account: 'here', status: 'free' }]);
  await expect(moveToPaying(ctx, { entities: ['here', 'nowhere'] })).rejects.toMatchObject({ code: 'not-found' });
  expect(await getAccount(ctx, { account: 'here' })).toMatchObject({ contract_status: 'free' });
});
