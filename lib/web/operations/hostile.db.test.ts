import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { read } from '#db/client.ts';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import type { Operation } from '../operation.ts';
import { apiOf } from '../testing/api-of.ts';
import { allOperations } from './all-operations.ts';

testDatabase();

let here: TestWorkspace;
beforeAll(async () => {
  here = await testWorkspace();
  await createCollection(here.ctx, { collection: 'opportunities' });
  const entity = { type: 'object', account: 'acme', collection: 'opportunities', object: 'renewal-2027' };
  await recordSignals(here.ctx, { signals: [{ type: 'user', account: 'acme', user: 'ann' }, entity] });
});

const WHOLE = ['', 'null', '[]', '[null]', '"x"', '0', 'true', '1e999', '{', 'NaN', '{"a":1}{"b":2}', '{"x\\u0000":1}', '{"\\ud800":1}'];
const NESTED = [`${'['.repeat(50_000)}`, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`];
const NAMED = ['{"__proto__":null}', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}', '{"toString":1,"hasOwnProperty":2}'];
const VALUES: unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, '', '90', '__proto__', 'x'.repeat(100_000), '\0', '\ud800'],
  ...[[], {}, [null], { constructor: { y: null } }],
];

describe('whatever a program sends, it is told what to send instead, and nothing changes by what is refused', () => {
  test.each(allOperations.filter(({ body }) => body))('$method $path', async (operation) => {
    const known = valuesOf(operation);
    const bodies = known.flatMap((path) => VALUES.map((value) => JSON.stringify(replaced(exampleOf(operation), path, value))));
    for (const body of [...WHOLE, ...NESTED, ...NAMED, ...bodies]) await expectRefusedOrDone(operation, body);
  });
});

const PARTS: Record<string, string> = {
  account: 'acme',
  user: 'ann',
  collection: 'opportunities',
  object: 'renewal-2027',
  day: '2026-07-01',
  id: 'task-1',
};
/** What a schema's library would say by itself. */
const NOT_OUR_WORDS = /\b(invalid (input|option|string|value)|expected|received|unrecognized|nonoptional)\b/i;

/** As it was after the request before. */
let last: Awaited<ReturnType<typeof everything>> | undefined;

async function expectRefusedOrDone(operation: Operation, body: string): Promise<void> {
  const before = last ?? (await everything());
  last = undefined;
  const address = operation.path.replaceAll(/\{(\w+)\}/g, (_, part: string) => PARTS[part] ?? '');
  const { status, body: answer } = await apiOf(here.apiKey).send(operation.method, address, body, { 'app-token': here.apiKey });
  const sent = body.slice(0, 200);
  expect([sent, status < 500]).toEqual([sent, true]);
  if (status < 400) return;
  last = await everything();
  expect([sent, last]).toEqual([sent, before]);
  const errors = (answer.errors ?? []) as { message: string }[];
  for (const said of [String(answer.detail), ...errors.map(({ message }) => message)]) expect(said).not.toMatch(NOT_OUR_WORDS);
}

/** All entities, and how much the trail has: it tells of every other change. */
async function everything() {
  const [trail] = await read(here.workspaceId, (tx) => tx.execute(sql`select count(*)::int as entries from audit_entries`));
  return { ...(await stored(here.workspaceId)), trail };
}

type Json = Record<string, unknown>;
type Path = readonly string[];

function exampleOf({ body }: Operation): Json {
  const [example] = (body?.meta()?.examples ?? []) as Json[];
  return example ?? {};
}

/** Each field of the example, and of the objects and lists in it. What a signal holds has tests of its own. */
function valuesOf(operation: Operation): Path[] {
  const within = (value: unknown, path: Path): Path[] =>
    typeof value !== 'object' || value === null || path.length === 2
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...within(inner, [...path, key])]);
  return within(exampleOf(operation), []);
}

function replaced(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const copy = Array.isArray(whole) ? [...whole] : { ...(whole as Json) };
  return Object.assign(copy, { [key]: replaced((whole as Json)[key], rest, value) });
}
