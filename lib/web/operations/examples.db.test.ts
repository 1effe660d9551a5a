import { expect, test } from 'vitest';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { archiveAccount } from '#lib/entities/archive-account.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { ingestHealth } from '#lib/ingest/ingest-health.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { saveSafety } from '#lib/retention/save-safety.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import type { ApiDocument, Entry } from '../api-reference.ts';
import { pathOf } from '../curl-of.ts';
import { openApiDocument } from '../open-api.ts';
import type { Method } from '../rules/methods.ts';
import { apiOf } from '../testing/api-of.ts';
import { clientOf } from '../testing/client-of.ts';
import { documentedOperations } from './documented-operations.ts';

testDatabase();

const { paths } = openApiDocument(documentedOperations, 'http://perennial.example') as ApiDocument;
const examples = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, entry]) => {
    const [content] = Object.values(entry.requestBody?.content ?? {});
    return Object.entries(content?.examples ?? {}).map(([name, { value }]) => ({
      id: entry.operationId,
      name,
      method,
      path,
      entry,
      value,
    }));
  }),
);
const bodies = documentedOperations.filter(({ body }) => body);

test('every operation with a body has an example', () => {
  expect([...new Set(examples.map(({ id }) => id))].sort()).toEqual(bodies.map(({ id }) => id).sort());
});

const TOLD = [
  { type: 'account', account: 'acme', attributes: { name: 'Acme' } },
  { type: 'user', account: 'acme', user: 'ann@acme.example' },
  { type: 'object', account: 'acme', collection: 'opportunities', object: 'renewal-2027' },
  { type: 'account', account: 'bolt' },
];

/** What has to be so, that an example of the operation can be done: `tell`, where it is not said. */
const BEFORE: Record<string, (here: TestWorkspace) => Promise<unknown>> = {
  createCollection: async () => undefined,
  async deleteAccount(here) {
    await tell(here);
    await archiveAccount(here.ctx, { account: 'acme' });
  },
  allowMarks: waitingMarks,
  refuseMarks: waitingMarks,
};

test.each(examples)('$name of $id is taken as it stands', async ({ id, method, path, entry, value }) => {
  const here = await testWorkspace();
  await (BEFORE[id] ?? tell)(here);
  const { status, body } = await send(here, { method, path, entry, value });
  expect([status, body]).toEqual([entry.responses[201] ? 201 : 200, expect.anything()]);
  expect((await ingestHealth(here.ctx, {})).totals).toMatchObject({ refused: 0, unattributed: 0 });
});

async function tell({ ctx }: TestWorkspace): Promise<void> {
  await createCollection(ctx, { collection: 'opportunities' });
  await recordSignals(ctx, { signals: TOLD });
}

/** R29. Two accounts are due on July 5, which is above the breaker's limits. */
async function waitingMarks(here: TestWorkspace): Promise<void> {
  const { ctx } = here;
  await tell(here);
  await saveSafety(ctx, { breaker: { share: 1, floor: 1 } });
  await savePolicies(ctx, { accounts: 3 });
  await advanceTestClock(ctx, { to: '2026-07-05T09:00:00Z' });
}

type Example = { method: string; path: string; entry: Entry; value: unknown };

async function send({ apiKey, workspaceId }: TestWorkspace, { method, path, entry, value }: Example) {
  const address = pathOf(path, entry.parameters);
  if (/^\/(v1|api\/s)\//.test(path)) return clientOf({ apiKey, stored: () => stored(workspaceId) }).send({ path: address, body: value });
  return apiOf(apiKey).send(method.toUpperCase() as Method, address, value, { 'app-token': apiKey });
}
