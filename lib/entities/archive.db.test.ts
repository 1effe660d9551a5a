import { expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { listAudit } from '#lib/audit/list-audit.ts';
import { putHold } from '#lib/holds/put-hold.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { saveSafety } from '#lib/retention/save-safety.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { archiveAccount } from './archive-account.ts';
import { deleteAccount } from './delete-account.ts';
import { editAccount } from './edit-account.ts';
import { getAccount } from './get-account.ts';
import { listAccounts } from './list-accounts.ts';
import { listUsers } from './list-users.ts';
import { restoreAccount } from './restore-account.ts';

testDatabase();

async function family() {
  const workspace = await testWorkspace('2026-07-01T09:00:00Z');
  await testAccounts(workspace.workspaceId, [
    { account: 'acme', status: 'free' },
    { account: 'part', parent: 'acme', status: 'paying' },
    { account: 'other', status: 'paying' },
  ]);
  await testMembers(workspace.workspaceId, [{ account: 'acme', member: 'ann' }]);
  return workspace;
}

test('R16. An archived account leaves the lists with its users, not its sub-accounts, and refuses information', async () => {
  const { ctx } = await family();
  expect(await archiveAccount(ctx, { account: 'acme' })).toMatchObject({ archived: true, state: 'archived' });
  expect((await listAccounts(ctx, {})).data.map((a) => a.account)).toEqual(['other', 'part']);
  expect((await listUsers(ctx, {})).data).toEqual([]);
  const told = await recordSignals(ctx, {
    signals: [
      { type: 'account', account: 'acme' },
      { type: 'account', account: 'other' },
    ],
  });
  expect(told).toMatchObject({ accepted: 1, rejected: [{ index: 0, errors: [{ path: 'account' }] }] });
  await expect(archiveAccount(ctx, { account: 'acme' })).rejects.toMatchObject({ code: 'conflict' });
});

test('R16. Where the workspace does not block, information restores an archived account', async () => {
  const { ctx } = await family();
  await saveSafety(ctx, { archived_blocks: false });
  await archiveAccount(ctx, { account: 'acme' });
  expect(await recordSignals(ctx, { signals: [{ type: 'account', account: 'acme' }] })).toMatchObject({ accepted: 1 });
  expect(await getAccount(ctx, { account: 'acme' })).toMatchObject({ archived: false, state: 'active' });
});

test('R16. An archived account goes on ageing, is marked and purged; a restore before that counts as information and takes the mark', async () => {
  const { ctx } = await family();
  await savePolicies(ctx, { accounts: 3 });
  await archiveAccount(ctx, { account: 'acme' });
  await archiveAccount(ctx, { account: 'other' });
  await advanceTestClock(ctx, { to: '2026-07-05T09:00:00Z' });
  expect(await getAccount(ctx, { account: 'acme' })).toMatchObject({ state: 'marked', archived: true });
  expect(await restoreAccount(ctx, { account: 'other' })).toMatchObject({
    state: 'active',
    archived: false,
    marked_on: null,
    last_information_at: '2026-07-05T09:00:00.000Z',
  });
  await advanceTestClock(ctx, { to: '2026-08-04T02:00:00Z' });
  await expect(getAccount(ctx, { account: 'acme' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(restoreAccount(ctx, { account: 'other' })).rejects.toMatchObject({ code: 'conflict' });
});

test('R16. Deleting at once takes an archived account with its users; what it took along is lifted and its sub-accounts become top-level', async () => {
  const { ctx } = await family();
  await savePolicies(ctx, { accounts: 3 });
  await advanceTestClock(ctx, { to: '2026-07-04T09:00:00Z' });
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'part' }] });
  await advanceTestClock(ctx, { to: '2026-07-05T09:00:00Z' });
  expect(await getAccount(ctx, { account: 'part' })).toMatchObject({ state: 'marked', cause: 'parent', root: 'acme' });
  await archiveAccount(ctx, { account: 'acme' });
  expect(await deleteAccount(ctx, { account: 'acme', confirm: 'acme' })).toEqual({ accounts: 1, users: 1, objects: 0 });
  const [entry] = (await listAudit(ctx, { action: 'account.deleted' })).data;
  expect(entry).toMatchObject({ entity: 'accounts/acme', rule: 'R16', to: { accounts: 1, users: 1, objects: 0, lifted: 1 } });
  expect(await getAccount(ctx, { account: 'part' })).toMatchObject({ parent: null, state: 'active' });
});

test('R16. Deleting at once is refused without the typed identifier, for what is not archived, on hold, or not there', async () => {
  const { ctx } = await family();
  await expect(deleteAccount(ctx, { account: 'acme', confirm: 'acme' })).rejects.toMatchObject({ code: 'conflict' });
  await archiveAccount(ctx, { account: 'acme' });
  await expect(deleteAccount(ctx, { account: 'acme', confirm: 'ACME' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(deleteAccount(ctx, { account: 'acme' })).rejects.toMatchObject({ code: 'invalid' });
  await putHold(ctx, { kind: 'users', entity: 'acme/ann', reason: 'Claim' });
  await expect(deleteAccount(ctx, { account: 'acme', confirm: 'acme' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(deleteAccount(ctx, { account: 'nobody', confirm: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
  expect(await getAccount(ctx, { account: 'acme' })).toMatchObject({ archived: true });
});

test('R1, R14. An edit is no information, and a status that does not expire takes an expiry mark at once', async () => {
  const { ctx } = await family();
  await advanceTestClock(ctx, { to: '2026-08-01T09:00:00Z' });
  const before = await getAccount(ctx, { account: 'acme' });
  expect(before).toMatchObject({ state: 'marked', cause: 'expiry' });
  const after = await editAccount(ctx, {
    account: 'acme',
    patch: { contract_status: ' Paying ', contract_value: 0, name: 'Acme', parent: 'other' },
  });
  expect(after).toMatchObject({
    state: 'active',
    contract_status: 'paying',
    contract_value: 0,
    name: 'Acme',
    parent: 'other',
    last_information_at: before.last_information_at,
  });
});

test.each([
  ['an unknown parent', { parent: 'nobody' }],
  ['itself as parent', { parent: 'acme' }],
  ['a loop', { parent: 'part' }],
  ['a status that is no text', { contract_status: 5 }],
  ['a value that is no number', { contract_value: 'much' }],
  ['an unknown field', { colour: 'red' }],
])('an edit with %s is refused and changes nothing', async (_, patch) => {
  const { ctx } = await family();
  const before = await getAccount(ctx, { account: 'acme' });
  await expect(editAccount(ctx, { account: 'acme', patch: { name: 'New', ...patch } })).rejects.toMatchObject({ code: 'invalid' });
  expect(await getAccount(ctx, { account: 'acme' })).toEqual(before);
});
