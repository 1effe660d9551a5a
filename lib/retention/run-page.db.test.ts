import { beforeAll, expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { getRun } from './get-run.ts';
import { listRunEffects } from './list-run-effects.ts';
import { listRuns } from './list-runs.ts';
import { listRunsPage } from './list-runs-page.ts';
import { runPage } from './run-page.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

let here: TestWorkspace;

/** Accounts off, users and deals 3 days, free accounts 3 days: the run of July 5 marks free and ann, that of August 4 purges them. */
async function filled(): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-07-01T09:00:00Z');
  const { ctx, workspaceId } = workspace;
  await createCollection(ctx, { collection: 'deals' });
  await savePolicies(ctx, { users: 3, free_accounts: 3, collections: { deals: 3 } });
  await testAccounts(workspaceId, [
    { account: 'free', name: 'Free', status: 'free', at: '2026-07-01T09:00:00Z' },
    { account: 'paying', status: 'paying' },
  ]);
  await testMembers(workspaceId, [
    { account: 'paying', member: 'ann', name: 'Ann' },
    { account: 'paying', member: '7/8', collection: 'deals' },
    { account: 'free', member: 'fay' },
  ]);
  await advanceTestClock(ctx, { to: '2026-08-04T09:00:00Z' });
  return workspace;
}

beforeAll(async () => {
  here = await filled();
  await filled();
});

test('the runs are listed with the latest first, in pages', async () => {
  const first = await listRuns(here.ctx, { limit: 30 });
  expect(first.data[0]).toEqual({
    day: '2026-08-04',
    state: 'done',
    marked: {},
    lifted: {},
    purged: { accounts: 1, users: 2, deals: 1 },
    breaker: [],
  });
  const second = await listRuns(here.ctx, { limit: 30, cursor: first.next_cursor });
  expect([...first.data, ...second.data].map((run) => run.day).at(-1)).toBe('2026-07-02');
  expect(second).toMatchObject({ next_cursor: null });
});

test('the run of a day is found by it, and what is no day or has no run is not', async () => {
  expect(await getRun(here.ctx, { day: '2026-07-05' })).toMatchObject({ marked: { free_accounts: 1, users: 1, deals: 1 }, purged: {} });
  for (const day of ['2026-07-01', '2026-02-30', 'today', '2026-7-5', "2026-07-05'"])
    await expect(getRun(here.ctx, { day })).rejects.toMatchObject({ code: 'not-found' });
});

test('a screen sees how long a run took, what was expected, and turns its pages', async () => {
  const page = await listRunsPage(here.ctx, { limit: 2 });
  expect(page.rows[0]).toMatchObject({
    day: '2026-08-04',
    expected: { purged: { accounts: 1, users: 2, deals: 1 } },
    totals: { marked: 0, lifted: 0, purged: 4 },
    started_by: 'command line',
    duration_ms: expect.any(Number),
    failure: null,
  });
  const next = await listRunsPage(here.ctx, { limit: 2, after: page.next });
  expect(next.rows.map((run) => run.day)).toEqual(['2026-08-02', '2026-08-01']);
  expect((await listRunsPage(here.ctx, { limit: 2, before: next.previous })).rows.map((run) => run.day)).toEqual([
    '2026-08-04',
    '2026-08-03',
  ]);
});

test('a run’s page says each step with its rows, and the settings as they were', async () => {
  const before = await runPage(here.ctx, { day: '2026-07-05' });
  await savePolicies(here.ctx, { users: 90 });
  const { run, steps, settings } = await runPage(here.ctx, { day: '2026-07-05' });
  expect(settings).toEqual(before.settings);
  expect(settings.policies).toContainEqual({ kind: 'users', days: 3, mode: 'included', since: '2026-07-01T09:00:00.000Z' });
  expect(run.steps_done).toBe(run.steps);
  expect(steps.every((step) => step.state === 'done')).toBe(true);
  expect(steps.filter((step) => step.rows > 0).map(({ name, kind, effect, rule, rows }) => ({ name, kind, effect, rule, rows }))).toEqual([
    { name: 'mark-accounts', kind: 'free_accounts', effect: 'marked', rule: 'R13', rows: 1 },
    { name: 'mark-members', kind: 'users', effect: 'marked', rule: 'R9', rows: 1 },
    { name: 'mark-members', kind: 'deals', effect: 'marked', rule: 'R9', rows: 1 },
  ]);
});

test('a run’s list says what it did to whom, by its own kind, filtered and in pages', async () => {
  const effects = async (query: object) =>
    (await listRunEffects(here.ctx, { day: '2026-07-05', ...query })).rows.map((row) => [
      row.effect,
      row.entity_kind,
      row.entity,
      row.name,
    ]);
  expect((await effects({})).toSorted()).toEqual(
    [
      ['marked', 'accounts', 'free', null],
      ['marked', 'objects', 'deals/paying/7%2F8', null],
      ['marked', 'users', 'paying/ann', null],
    ].toSorted(),
  );
  expect(await effects({ kind: 'free_accounts' })).toHaveLength(1);
  expect(await effects({ effect: 'purged' })).toEqual([]);
  const first = await listRunEffects(here.ctx, { day: '2026-08-04', limit: 3 });
  const second = await listRunEffects(here.ctx, { day: '2026-08-04', limit: 3, after: first.next });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([3, 1, null]);
  expect((await listRunEffects(here.ctx, { day: '2026-08-04', limit: 3, before: second.previous })).rows).toEqual(first.rows);
});
