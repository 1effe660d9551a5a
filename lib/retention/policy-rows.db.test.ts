import { beforeAll, expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { setClock } from '#db/testing/set-clock.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { getAuditEntry } from '#lib/audit/get-audit-entry.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { policyRows } from './policy-rows.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

let here: TestWorkspace;

/** Due within 30 days of July 1: what was last heard of 90 days before July 31 or earlier, May 1. Users are switched on in a second save. */
async function filled(): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-01-01T09:00:00Z');
  const { ctx, workspaceId } = workspace;
  await createCollection(ctx, { collection: 'deals' });
  await savePolicies(ctx, { accounts: 90 });
  await setClock(workspaceId, '2026-06-01T09:00:00Z');
  await savePolicies(ctx, { users: 10 });
  await setClock(workspaceId, '2026-07-01T09:00:00Z');
  await testAccounts(workspaceId, [
    { account: 'due', at: '2026-05-01T23:00:00Z', status: 'free' },
    { account: 'not-yet', at: '2026-05-02T00:00:00Z', status: 'paying' },
    { account: 'kept', at: '2026-01-02T00:00:00Z', held: true },
    { account: 'put-away', at: '2026-01-02T00:00:00Z', archivedAt: '2026-06-01T00:00:00Z' },
    { account: 'marked', markedOn: '2026-06-30' },
    { account: 'expired', markedOn: '2026-06-30', cause: 'expiry' },
  ]);
  await testMembers(workspaceId, [
    { account: 'due', member: 'dormant', at: '2026-06-01T09:00:00Z' },
    { account: 'due', member: 'awake', at: '2026-06-02T09:00:00Z' },
    { account: 'kept', member: 'kept', at: '2026-06-02T09:00:00Z' },
    { account: 'marked', member: 'along' },
    { account: 'marked', member: 'own', markedOn: '2026-06-20' },
    { account: 'due', member: '7', collection: 'deals', at: '2026-05-02T00:00:00Z' },
  ]);
  return workspace;
}

beforeAll(async () => {
  here = await filled();
  await filled();
});

const rows = async () => Object.fromEntries((await policyRows(here.ctx, {})).rows.map(({ kind, origin: _, ...counts }) => [kind, counts]));

test('each kind says how many are active, marked, due within 30 days, and waiting for their first update', async () => {
  expect(await rows()).toEqual({
    accounts: { active: 3, marked: 2, due: 1, dormant: 0 },
    users: { active: 3, marked: 1, due: 1, dormant: 1 },
    deals: { active: 1, marked: 0, due: 0, dormant: 0 },
    free_accounts: { active: 2, marked: 1, due: 0, dormant: 0 },
  });
});

test('who set a policy, when, and which audit entry says so', async () => {
  const { rows: all } = await policyRows(here.ctx, {});
  const origin = all.find((row) => row.kind === 'users')?.origin;
  expect(origin).toEqual({ by: 'command line', at: '2026-06-01T09:00:00.000Z', entry: expect.any(Number) });
  expect(await getAuditEntry(here.ctx, { number: origin?.entry })).toMatchObject({
    entry: { action: 'policy.saved', entity: 'policies/users', to: { days: 10 } },
  });
  expect(all.find((row) => row.kind === 'free_accounts')?.origin).toBeNull();
});

test('R13: with the account policy off, free accounts stand in a row of their own again', async () => {
  await savePolicies(here.ctx, { accounts: null });
  expect(await rows()).toMatchObject({
    accounts: { active: 3, marked: 1, due: 0 },
    free_accounts: { active: 2, marked: 1, due: 1 },
  });
});
