import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import type { Permission } from '#lib/auth/rules/permissions.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { setPause } from '#lib/retention/set-pause.ts';
import { advanceTestClock } from './advance-test-clock.ts';
import { createWorkspace } from './create-workspace.ts';
import { workspaceState } from './workspace-state.ts';

testDatabase();

test('says what is marked to those who may see it, and the clock and the pauses to every member', async () => {
  const { ctx, workspaceId } = await testWorkspace();
  const signals = [
    { type: 'account', account: 'acme' },
    { type: 'user', account: 'umbra', user: 'ann' },
  ];
  await recordSignals(ctx, { signals });
  await savePolicies(ctx, { accounts: 3 });
  await advanceTestClock(ctx, { to: '2026-07-05T02:00:00Z' });
  await setPause(ctx, { purging: true });
  const by = 'command line';
  const state = await workspaceState(ctx, {});
  expect(state).toEqual({
    now: '2026-07-05T02:00:00.000Z',
    testClock: true,
    paused: { marking: null, purging: { by, since: '2026-07-05T02:00:00.000Z' } },
    marked: 2,
    run: null,
    lateSince: null,
  });
  const person = (...permissions: Permission[]) =>
    ({ workspaceId, actor: { type: 'person', id: workspaceId, name: 'Mia', permissions: new Set(permissions) } }) as const;
  expect(await workspaceState(person(), {})).toEqual({ ...state, marked: null });
  expect(await workspaceState(person('retention:view'), {})).toEqual(state);
});

test('a test clock is never late, and a workspace is not late for a day that began before it', async () => {
  const { ctx } = await testWorkspace('2026-07-01T23:00:00Z');
  expect((await workspaceState(ctx, {})).lateSince).toBeNull();
  const made = await createWorkspace({ type: 'system', name: 'command line' }, { name: 'On the real clock' });
  const real = { workspaceId: made.workspaceId, actor: { type: 'system', name: 'command line' } } as const;
  expect(await workspaceState(real, {})).toMatchObject({ testClock: false, lateSince: null, run: null, marked: 0 });
});
