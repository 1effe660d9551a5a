import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { platform, read } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { verifyAudit } from '#lib/audit/verify-audit.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import type { Context } from '#lib/context.ts';
import { getPolicies } from '#lib/retention/get-policies.ts';
import { dayOf } from '#lib/time.ts';
import { listWorkspaces, workspaceAt } from '#lib/workspaces/list-workspaces.ts';
import { arrivalOf, beginningFor } from './calendar.ts';
import { readDemoNote } from './demo-note.ts';
import { makeDemo } from './make-demo.ts';
import { planYear } from './plan-year.ts';

testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demo-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const THROUGH = 12;
const options = { file: path.join(folder, 'demo.json'), seed: 'meridian', nowMs: Date.parse('2026-07-05T09:14:00Z'), through: THROUGH };
const begins = beginningFor(options.nowMs);

test('a demo that was killed twice goes on where its clock stands, and nothing comes twice or is left out', {
  timeout: 120_000,
}, async () => {
  await makeAndKill(3);
  await makeAndKill(8);
  expect(await makeDemo(options)).toBe(true);

  const { workspaceId, test_clock } = await workspaceAt('meridian-cloud');
  const ctx: Context = { workspaceId, actor: { type: 'system', name: 'demo' } };
  expect(test_clock).toBe(arrivalOf(begins, THROUGH));
  expect(await counted(ctx)).toEqual(planned());
  expect(await getPolicies(ctx, {})).toMatchObject({
    ...{ accounts: 90, users: 120, free_accounts: 60 },
    collections: { licenses: 90, opportunities: 'inherit' },
  });
  expect(await verifyAudit(ctx, {})).toMatchObject({ valid: true });
});

test('its people can sign in with what was noted, for the owner’s eyes only', async () => {
  expect(fs.statSync(options.file).mode & 0o777).toBe(0o600);
  const people = readDemoNote(options.file)?.people ?? [];
  expect(people.map((person) => person.role)).toEqual(['global_admin', 'global_admin', 'advanced', 'member']);
  for (const { email, password } of people) await signIn({ email, password, origin: '127.0.0.1' });
});

test('where there is a workspace that is no demo, nothing is made or noted', async () => {
  await platform((tx) => tx.execute(sql`delete from directory`));
  await testWorkspace('2026-07-01T09:00:00Z', 'Meridian Cloud');
  const file = path.join(folder, 'other.json');
  expect(await makeDemo({ ...options, file })).toBe(false);
  // Nor with a note of another demo, whose workspace bore the same name.
  expect(await makeDemo(options)).toBe(false);
  expect(fs.existsSync(file)).toBe(false);
  expect((await listWorkspaces()).map(({ workspace }) => workspace)).toEqual(['meridian-cloud']);
});

/** Starts it as a process of its own and kills that when the clock has reached a day of the plan, wherever it then is. */
async function makeAndKill(index: number): Promise<void> {
  const module = JSON.stringify(path.join(import.meta.dirname, 'make-demo.ts'));
  const program = `import { makeDemo } from ${module}; await makeDemo(${JSON.stringify(options)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  while (!(await reached(index)) && child.exitCode === null) await sleep(5);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
}

async function reached(index: number): Promise<boolean> {
  const demo = (await listWorkspaces()).find(({ workspace }) => workspace === 'meridian-cloud');
  return demo !== undefined && (demo.test_clock ?? '') >= arrivalOf(begins, index);
}

type Counts = { usage: number; touchpoints: number; accounts: number; users: number; runs: number; saves: number; people: number };

function planned(): Counts {
  const signals = planYear(options.seed, dayOf(begins))
    .slice(0, THROUGH + 1)
    .flatMap((day) => day.signals);
  const of = (type: string) => signals.filter((signal) => signal.type === type);
  return {
    usage: signals.reduce((sum, signal) => sum + (signal.type === 'usage' ? (signal.count ?? 1) : 0), 0),
    touchpoints: of('touchpoint').length,
    accounts: new Set(of('account').map((signal) => signal.account)).size,
    users: new Set(signals.flatMap((signal) => (signal.type === 'user' ? [`${signal.account}/${signal.user}`] : []))).size,
    runs: THROUGH,
    saves: 5,
    people: 4,
  };
}

async function counted({ workspaceId }: Context): Promise<Counts | undefined> {
  const of = (table: string, where = 'true') =>
    sql.raw(`(select count(*)::int from ${table} where workspace_id = '${workspaceId}' and ${where})`);
  const [counts] = await read(workspaceId, (tx) =>
    tx.execute<Counts>(sql`select (select sum(count)::int from usage where workspace_id = ${workspaceId}) as usage, ${of('touchpoints')} as touchpoints,
      ${of('accounts')} as accounts, ${of('users')} as users, ${of('daily_runs', "state = 'done'")} as runs,
      ${of('audit_entries', "action = 'policy.saved'")} as saves, ${of('audit_entries', "action = 'person.added'")} as people`),
  );
  return counts;
}
