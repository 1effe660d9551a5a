import { expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import type { Permission } from '#lib/auth/rules/permissions.ts';
import type { Context } from '#lib/context.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { getAccount } from '#lib/entities/get-account.ts';
import { listUsers } from '#lib/entities/list-users.ts';
import { newId } from '#lib/ids.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { explainEntity } from '#lib/retention/explain-entity.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { endHold } from './end-hold.ts';
import { listHolds } from './list-holds.ts';
import { putHold } from './put-hold.ts';

testDatabase();

/** Accounts at 3 days since July 1, all silent since June: due on July 5, gone on August 4. */
async function silentWorkspace() {
  const workspace = await testWorkspace('2026-07-01T09:00:00Z');
  const { ctx, workspaceId } = workspace;
  await createCollection(ctx, { collection: 'licenses' });
  await testAccounts(workspaceId, [
    { account: 'acme' },
    { account: 'part', parent: 'acme' },
    { account: 'below', parent: 'part' },
    { account: 'other' },
  ]);
  await testMembers(workspaceId, [
    { account: 'acme', member: 'ann' },
    { account: 'other', member: 'bob' },
    { account: 'other', member: 'eve' },
    { account: 'acme', member: 'l1', collection: 'licenses' },
  ]);
  await savePolicies(ctx, { accounts: 3 });
  return workspace;
}

const advance = (ctx: Parameters<typeof advanceTestClock>[0], day: string) => advanceTestClock(ctx, { to: `${day}T02:00:00Z` });
const stateOf = async (ctx: Parameters<typeof getAccount>[0], account: string) => (await getAccount(ctx, { account })).state;

test('R15. An account on hold is neither marked nor does it go along, nor what is below it; its parent is marked', async () => {
  const { ctx } = await silentWorkspace();
  await putHold(ctx, { kind: 'accounts', entity: 'part', reason: 'Legal case' });
  const { runs } = await advance(ctx, '2026-07-05');
  expect(runs.at(-1)?.marked).toEqual({ accounts: 3 });
  expect([await stateOf(ctx, 'acme'), await stateOf(ctx, 'part'), await stateOf(ctx, 'below'), await stateOf(ctx, 'other')]).toEqual([
    'marked',
    'active',
    'marked',
    'marked',
  ]);
});

test('R15. A hold on a user or object keeps its account too, and not the other users', async () => {
  const { ctx } = await silentWorkspace();
  await savePolicies(ctx, { users: 3 });
  await putHold(ctx, { kind: 'users', entity: 'other/bob', reason: 'Claim' });
  await putHold(ctx, { kind: 'objects', entity: 'licenses/acme/l1', reason: 'Claim' });
  expect(await getAccount(ctx, { account: 'other' })).toMatchObject({ on_hold: true });
  await advance(ctx, '2026-07-05');
  expect([await stateOf(ctx, 'acme'), await stateOf(ctx, 'other')]).toEqual(['active', 'active']);
  const { data } = await listUsers(ctx, { account: 'other', state: 'all' });
  expect(data.map(({ user, on_hold }) => [user, on_hold])).toEqual([
    ['bob', true],
    ['eve', false],
  ]);
});

test('R14, R15. A hold on what is marked lifts the mark with the next run, with what went along, and not before', async () => {
  const { ctx } = await silentWorkspace();
  await advance(ctx, '2026-07-05');
  await putHold(ctx, { kind: 'users', entity: 'acme/ann', reason: 'Claim' });
  expect(await stateOf(ctx, 'acme')).toBe('marked');
  const { runs } = await advance(ctx, '2026-07-06');
  expect(runs).toMatchObject([{ lifted: { accounts: 1 }, marked: {} }]);
  expect([await stateOf(ctx, 'acme'), await stateOf(ctx, 'part')]).toEqual(['active', 'marked']);
});

test('R15, R28. A hold is in force through its last day; the run of the day after ends it and marks what is due', async () => {
  const { ctx } = await silentWorkspace();
  await putHold(ctx, { kind: 'accounts', entity: 'other', reason: 'Review', until: '2026-07-06' });
  const { runs } = await advance(ctx, '2026-07-07');
  expect(runs.map(({ day, marked }) => [day, marked.accounts ?? 0]).slice(-3)).toEqual([
    ['2026-07-05', 3],
    ['2026-07-06', 0],
    ['2026-07-07', 1],
  ]);
  expect((await listHolds(ctx, {})).data).toEqual([]);
});

test('R15. Ending a hold by hand leaves nothing behind, and what is due is marked by the next run', async () => {
  const { ctx } = await silentWorkspace();
  await putHold(ctx, { kind: 'accounts', entity: 'other', reason: 'Review' });
  await advance(ctx, '2026-07-05');
  await endHold(ctx, { kind: 'accounts', entity: 'other' });
  expect(await getAccount(ctx, { account: 'other' })).toMatchObject({ on_hold: false, state: 'active' });
  expect((await advance(ctx, '2026-07-06')).runs).toMatchObject([{ marked: { accounts: 1 } }]);
  await expect(endHold(ctx, { kind: 'accounts', entity: 'other' })).rejects.toMatchObject({ code: 'not-found' });
});

test('R15. A second hold on the same entity changes reason and end, and does not count twice', async () => {
  const { ctx } = await silentWorkspace();
  await putHold(ctx, { kind: 'accounts', entity: 'other', reason: 'First' });
  await putHold(ctx, { kind: 'accounts', entity: 'other', reason: 'Second', until: '2026-12-31' });
  expect((await listHolds(ctx, {})).data).toMatchObject([{ entity: 'other', reason: 'Second', until: '2026-12-31' }]);
  await endHold(ctx, { kind: 'accounts', entity: 'other' });
  expect(await getAccount(ctx, { account: 'other' })).toMatchObject({ on_hold: false });
});

test.each([
  ['no reason', { kind: 'accounts', entity: 'acme' }, 'invalid'],
  ['a blank reason', { kind: 'accounts', entity: 'acme', reason: '  ' }, 'invalid'],
  ['a day that is over', { kind: 'accounts', entity: 'acme', reason: 'x', until: '2026-06-30' }, 'invalid'],
  ['no day', { kind: 'accounts', entity: 'acme', reason: 'x', until: '2026-02-30' }, 'invalid'],
  ['a name of another shape', { kind: 'users', entity: 'acme', reason: 'x' }, 'invalid'],
  ['an unknown kind', { kind: 'people', entity: 'acme', reason: 'x' }, 'invalid'],
  ['an unknown account', { kind: 'accounts', entity: 'nobody', reason: 'x' }, 'not-found'],
  ['a user of another account', { kind: 'users', entity: 'acme/bob', reason: 'x' }, 'not-found'],
])('R15. %s is refused and holds nothing', async (_, input, code) => {
  const { ctx } = await silentWorkspace();
  await expect(putHold(ctx, input)).rejects.toMatchObject({ code });
  expect((await listHolds(ctx, {})).data).toEqual([]);
});

test('R15. Who may not see retention is told that something is on hold, and not why', async () => {
  const { ctx, workspaceId } = await testWorkspace();
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'acme' }] });
  await putHold(ctx, { kind: 'accounts', entity: 'acme', reason: 'Case 17' });
  const as = (permissions: Permission[]): Context => ({
    workspaceId,
    actor: { type: 'person', id: newId(), name: 'Dana', permissions: new Set(permissions) },
  });
  const told = (permissions: Permission[]) => explainEntity(as(permissions), { kind: 'accounts', entity: 'acme' });
  expect(await told([])).toMatchObject({ waiting_for: 'hold', holds: [] });
  expect(await told(['retention:view'])).toMatchObject({ waiting_for: 'hold', holds: [{ reason: 'Case 17' }] });
});
