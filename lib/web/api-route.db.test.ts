import { beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { transaction } from '#db/client.ts';
import { claimAdvance, moveTestClock, releaseAdvance } from '#db/test-clock.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { listCollections } from '#lib/entities/list-collections.ts';
import { newId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { type Instant, parseInstant } from '#lib/time.ts';
import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { createWorkspace } from '#lib/workspaces/create-workspace.ts';
import { apiRoute } from './api-route.ts';
import { type OperationDefinition, operation } from './operation.ts';

testDatabase();

let here: TestWorkspace;
let neighbour: TestWorkspace;

beforeAll(async () => {
  [here, neighbour] = [await testWorkspace(), await testWorkspace()];
});

type Body = { collection: string };
const Body = z.object({ collection: z.string() });

/** A route that does `run`, as an operation that takes an idempotency key. */
const route = (run: OperationDefinition<unknown, unknown, Body, unknown>['run'], more: { deadlineMs?: number } = {}) =>
  apiRoute(
    operation<unknown, unknown, unknown, Body>({
      id: 'test',
      method: 'POST',
      path: '/api/v1/collections',
      scope: ['admin'],
      summary: 'Only here.',
      body: Body,
      answer: z.unknown(),
      status: 201,
      idempotent: true,
      run,
      ...more,
    }),
  ).POST;

const create = route((ctx, { body }) => createCollection(ctx, body));

function request(body: unknown, idempotencyKey?: string, key = here.apiKey): Request {
  const headers = { authorization: `Bearer ${key}`, ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }) };
  return new Request('http://perennial.example/api/v1/collections', { method: 'POST', headers, body: JSON.stringify(body) });
}

async function answer(response: Response) {
  return { status: response.status, body: await response.json(), again: response.headers.get('idempotency-replayed') === 'true' };
}

const collectionsOf = async ({ ctx }: TestWorkspace) => (await listCollections(ctx, {})).data.map((row) => row.collection);

async function moveClock({ workspaceId }: TestWorkspace, now: Instant): Promise<void> {
  const holder = newId();
  const until = new Date(Date.now() + 10_000);
  await transaction(workspaceId, async (tx) => {
    await claimAdvance(tx, { workspaceId, holder, now: new Date(), until });
    await moveTestClock(tx, { workspaceId, holder, now, until });
    await releaseAdvance(tx, { workspaceId, holder });
  });
}

test('the same request with the same key gets the first answer again and is done once', async () => {
  const first = await answer(await create(request({ collection: 'once' }, 'k1')));
  expect(first).toEqual({ status: 201, body: { collection: 'once' }, again: false });
  expect(await answer(await create(request({ collection: 'once' }, 'k1')))).toEqual({ ...first, again: true });
  expect((await create(request({ collection: 'once' }))).status).toBe(409);
});

test('another request with the same key is a conflict and does nothing; the neighbour may use the key', async () => {
  expect((await create(request({ collection: 'another' }, 'k1'))).status).toBe(409);
  expect(await collectionsOf(here)).not.toContain('another');
  expect(await answer(await create(request({ collection: 'another' }, 'k1', neighbour.apiKey)))).toMatchObject({
    status: 201,
    again: false,
  });
});

test('of ten at once one is done, and all get its answer', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, async () => answer(await create(request({ collection: 'ten' }, 'k10')))));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect(answers.filter(({ again }) => !again)).toHaveLength(1);
});

test('an answer is kept for 24 hours by the clock of the workspace, to the millisecond', async () => {
  const workspace = await testWorkspace('2026-07-01T09:00:00Z');
  const send = async () => answer(await create(request({ collection: 'kept' }, 'day', workspace.apiKey)));
  expect(await send()).toMatchObject({ status: 201, again: false });
  await moveClock(workspace, parseInstant('2026-07-02T08:59:59.999Z'));
  expect(await send()).toMatchObject({ status: 201, again: true });
  await moveClock(workspace, parseInstant('2026-07-02T09:00:00Z'));
  expect(await send()).toMatchObject({ status: 409, again: false });
});

test('work that ends without an answer leaves neither its effect nor its key', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => {});
  const cut = route(async (ctx, { body }) => {
    await createCollection(ctx, body);
    throw new Error('the process was cut off here');
  });
  const failed = await cut(request({ collection: 'cut' }, 'k-cut'));
  expect(failed.status).toBe(500);
  expect(error).toHaveBeenCalledWith('a request failed', expect.objectContaining({ requestId: failed.headers.get('x-request-id') }));
  expect(JSON.stringify(await failed.json())).not.toContain('cut off here');
  error.mockRestore();
  expect(await collectionsOf(here)).not.toContain('cut');
  expect(await answer(await create(request({ collection: 'cut' }, 'k-cut')))).toMatchObject({ status: 201, again: false });
});

test('a refusal is not kept: the mended request may bear the same key', async () => {
  expect((await create(request({ collection: 'objects' }, 'k-mended'))).status).toBe(422);
  expect(await answer(await create(request({ collection: 'mended' }, 'k-mended')))).toMatchObject({ status: 201, again: false });
});

test.each(['', 'x'.repeat(256), 'ü'])('the idempotency key %j is refused', async (key) => {
  expect((await create(request({ collection: 'unkeyed' }, key))).status).toBe(400);
  expect(await collectionsOf(here)).not.toContain('unkeyed');
});

test('what takes too long is 503 and says when to come again', async () => {
  const never = route(() => new Promise(() => {}), { deadlineMs: 1 });
  const late = await never(request({ collection: 'late' }));
  expect(late.status).toBe(503);
  expect(late.headers.get('retry-after')).toBe('5');
});

test('over its limit a key waits, and no other key with it; on a test clock none does', async () => {
  const { workspaceId } = await createWorkspace({ type: 'system', name: 'command line' }, { name: 'On the clock of the world' });
  const ctx = { workspaceId, actor: here.ctx.actor };
  const [slow, other] = [await createApiKey(ctx, { scopes: ['admin'], rate: 1 }), await createApiKey(ctx, { scopes: ['admin'], rate: 1 })];
  const send = (key: string) => create(request({ collection: 'objects' }, undefined, key));
  const statuses = async (key: string) => (await Promise.all(Array.from({ length: 6 }, () => send(key)))).map(({ status }) => status);
  const burst = await statuses(slow.api_key);
  expect(burst.sort()).toEqual([422, 422, 422, 422, 422, 429]);
  expect((await send(slow.api_key)).headers.get('retry-after')).toBe('1');
  expect((await send(other.api_key)).status).toBe(422);
  const unlimited = await createApiKey(here.ctx, { scopes: ['admin'], rate: 1 });
  expect(await statuses(unlimited.api_key)).toEqual(Array(6).fill(422));
});
