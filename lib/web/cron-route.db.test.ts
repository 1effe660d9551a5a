import { beforeEach, expect, test } from 'vitest';
import { read } from '#db/client.ts';
import { readRun } from '#db/daily-runs.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { env } from '#lib/env.ts';
import { closeQueue } from '#lib/queue.ts';
import { type CreatedWorkspace, createWorkspace } from '#lib/workspaces/create-workspace.ts';
import { cronRoute } from './cron-route.ts';

testDatabase();

let real: CreatedWorkspace;
let onTestClock: CreatedWorkspace;

beforeEach(async () => {
  real = await createWorkspace({ type: 'system', name: 'command line' }, { name: 'Real' });
  onTestClock = await testWorkspace('2026-07-01T09:00:00Z');
  return () => closeQueue();
});

const SECRET = env().CRON_SECRET;

async function call(query = '', authorization: string | null = `Bearer ${SECRET}`, method = 'POST') {
  const headers: Record<string, string> = authorization === null ? {} : { authorization };
  const response = await cronRoute(new Request(`http://perennial.example/api/cron/daily${query}`, { method, headers }));
  return { status: response.status, body: await response.json() };
}

test('whoever waits gets the end of each run, once a day, and test clocks are passed over', async () => {
  const first = await call('?wait=1');
  expect(first).toMatchObject({ status: 200, body: { day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), started: expect.any(Number) } });
  expect(first.body.started).toBeGreaterThanOrEqual(1);
  const run = await read(real.workspaceId, (tx) => readRun(tx, { workspaceId: real.workspaceId, day: first.body.day }));
  expect(run?.state).toBe('done');
  const { workspaceId } = onTestClock;
  expect(await read(workspaceId, (tx) => readRun(tx, { workspaceId, day: first.body.day }))).toBeNull();
  expect(await call('', undefined, 'GET')).toMatchObject({ status: 202, body: { started: 0, already: first.body.started } });
});

test.each([null, '', 'Bearer', `Bearer ${SECRET}x`, `Basic ${SECRET}`])(
  'with the authorization %j nothing is started',
  async (authorization) => {
    expect(await call('?wait=1', authorization)).toMatchObject({ status: 401, body: { status: 401 } });
    expect((await call()).body.started).toBeGreaterThanOrEqual(1);
  },
);
