import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createCollection } from '#lib/entities/create-collection.ts';
import { planDailyRun, type RunSettings, type Step } from '#lib/retention/rules/plan.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf } from '#lib/retention/rules/policy.ts';
import { addDays, type Instant, parseDay } from '#lib/time.ts';
import { read } from '../client.ts';
import { inChunks } from '../testing/in-chunks.ts';
import * as model from '../testing/model-day.ts';
import { randomModel, seededRandom, statedModel, statedRows, writeModel } from '../testing/model-rows.ts';
import { testDatabase } from '../testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '../testing/workspaces.ts';
import { chunkDigest } from './chunk.ts';
import { runStep } from './run-step.ts';

testDatabase();

const DAY = parseDay('2026-07-20');
/** Some accounts are heard of after the run began, as in one that was cut off for a while. */
const BEGAN = '2026-07-19T20:00:00.000Z' as Instant;
const at = (daysBefore: number) => `${addDays(DAY, -daysBefore)}T09:00:00.000Z` as Instant;

type Days = { days: number | null; mode?: 'included' | 'late'; since?: Instant; inherits?: boolean };
const off: Days = { days: null };
const set = (accounts: Days, free: Days, users: Days, deals: Days): PolicySet => ({
  initializedAt: at(40),
  policies: Object.entries({ accounts, free_accounts: free, users, deals }).map(([kind, { days, mode, since, inherits }]) => ({
    kind,
    days,
    inherits: inherits ?? false,
    mode: mode ?? null,
    since: since ?? null,
  })),
});
const CASES: Record<string, PolicySet> = {
  'all kinds on, users late, deals inherit': set(
    { days: 5, mode: 'included', since: at(30) },
    { days: 3 },
    { days: 4, mode: 'late', since: at(12) },
    { days: null, inherits: true, mode: 'included', since: at(8) },
  ),
  'free accounts expire; users and deals have policies of their own': set(
    off,
    { days: 6 },
    { days: 7, mode: 'included', since: at(9) },
    { days: 2, mode: 'late', since: at(15) },
  ),
  'accounts late, users off': set({ days: 3, mode: 'late', since: at(10) }, { days: 3 }, off, { days: 9, mode: 'included', since: at(9) }),
  'all off': set(off, off, off, off),
};

test.each(Object.entries(CASES).flatMap(([name, policies]) => (['all', 'held'] as const).map((among) => ({ name, policies, among }))))(
  'R9 to R15: each statement does what the rules say, whatever the chunk: $name, lifts among $among',
  async ({ name, policies, among }) => {
    const rows = `${among} ${name}`;
    const neighbour = await workspaceWith(rows);
    const untouched = await statedRows(neighbour.workspaceId);
    expect(untouched).toEqual(statedModel(randomModel(rows, DAY)));
    for (const limit of [1, 3, 5_000]) {
      const workspace = await workspaceWith(rows);
      const expected = randomModel(rows, DAY);
      const effects: string[] = [];
      for (const step of planDailyRun(settingsOf(workspace, policies, among), DAY).steps) {
        if (step.name === 'weigh') continue;
        effects.push(...workedByHand(expected, step, policies));
        await inChunks({ workspaceId: workspace.workspaceId, day: DAY, limit }, async (tx, scope, cursor) => {
          const did = await runStep(tx, scope, step, cursor);
          expect(did.digest).toBe(await chunkDigest(tx, scope));
          return did;
        });
        expect(await statedRows(workspace.workspaceId), `${JSON.stringify(step)} by ${limit}`).toEqual(statedModel(expected));
      }
      expect(await listed(workspace.workspaceId)).toEqual(effects.sort());
    }
    expect(await statedRows(neighbour.workspaceId)).toEqual(untouched);
    expect(await listed(neighbour.workspaceId)).toEqual([]);
  },
);

test('the random rows have something for every statement to do, and to leave', () => {
  const done = new Set<string>();
  for (const [name, policies] of Object.entries(CASES)) {
    const rows = randomModel(`all ${name}`, DAY);
    for (const step of planDailyRun(settingsOf({ collectionId: '' }, policies, 'all'), DAY).steps) {
      const of = 'kind' in step ? `: ${step.kind}` : 'marks' in step ? `: ${step.marks}` : '';
      if (workedByHand(rows, step, policies).length > 0) done.add(`${step.name}${of}`);
    }
    expect(rows.accounts.size).toBeGreaterThan(10);
  }
  expect([...done].sort()).toEqual([
    'cascade',
    'end-holds',
    'lift-accounts: accounts',
    'lift-accounts: free_accounts',
    'lift-along',
    'lift-members',
    'mark-accounts: accounts',
    'mark-accounts: free_accounts',
    'mark-members',
    'purge-accounts: along',
    'purge-accounts: own',
    'purge-members',
  ]);
});

type Workspace = TestWorkspace & { collectionId: string };

async function workspaceWith(rows: string): Promise<Workspace> {
  const workspace = await testWorkspace('2026-07-20T02:00:00Z');
  const { workspaceId } = workspace;
  await createCollection(workspace.ctx, { collection: 'deals' });
  const { whole } = seededRandom(`${rows} lag`);
  await writeModel(workspaceId, randomModel(rows, DAY), (last) => addDays(last, -whole(8)));
  const [collection] = await read(workspaceId, (tx) =>
    tx.execute<{ id: string }>(sql`select id from collections where workspace_id = ${workspaceId}`),
  );
  return { ...workspace, collectionId: collection?.id ?? '' };
}

function settingsOf({ collectionId }: { collectionId: string }, policies: PolicySet, among: 'all' | 'held'): RunSettings {
  const collections = [{ id: collectionId, name: 'deals' }];
  const changedKinds = among === 'all' ? policies.policies.map((policy) => policy.kind) : [];
  const rest = { markingPaused: false, purgingPaused: false, breaker: { share: 100, floor: 1_000_000 }, accepted: {}, refused: [] };
  return { at: BEGAN, policies, collections, changedKinds, ...rest };
}

async function listed(workspaceId: string): Promise<string[]> {
  const rows = await read(workspaceId, (tx) =>
    tx.execute<{ said: string }>(
      sql`select concat_ws(' ', effect, kind, concat_ws('/', account, member)) as said from run_effects where workspace_id = ${workspaceId}`,
    ),
  );
  return rows.map((row) => row.said).sort();
}

function workedByHand(rows: model.Model, step: Step, policies: PolicySet): model.Effects {
  const policy = (kind: string) => modelPolicy(policies, kind);
  switch (step.name) {
    case 'end-holds':
      return model.endHolds(rows, DAY);
    case 'lift-accounts':
      return model.liftAccounts(rows, causeOf(step.kind), policy(step.kind), DAY, step.scope);
    case 'lift-along':
      return model.liftAlong(rows);
    case 'lift-members':
      return model.liftMembers(rows, step.members.kind, policy(step.members.kind), DAY, step.scope);
    case 'purge-accounts':
      return model.purgeAccounts(rows, step.marks, DAY);
    case 'purge-members':
      return model.purgeMembers(rows, step.members.kind, DAY);
    case 'weigh':
      return [];
    case 'mark-accounts':
      return model.markAccounts(rows, causeOf(step.kind), policy(step.kind), DAY);
    case 'cascade':
      return model.cascade(rows, DAY, BEGAN);
    case 'mark-members':
      return model.markMembers(rows, step.members.kind, policy(step.members.kind), DAY);
  }
}

const causeOf = (kind: 'accounts' | 'free_accounts') => (kind === 'accounts' ? 'inactivity' : 'expiry');

function modelPolicy(policies: PolicySet, kind: string): model.ModelPolicy {
  const days = effectiveDays(policies, kind);
  if (days === null) return null;
  if (kind === 'free_accounts') return expiryOverruled(policies) ? null : { days, mode: 'expiry', since: at(0) };
  const { mode, since } = policyOf(policies, kind);
  return mode === null || since === null ? null : { days, mode, since };
}
