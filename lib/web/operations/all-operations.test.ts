import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { openApiDocument } from '../open-api.ts';
import type { Operation } from '../operation.ts';
import { METHODS } from '../rules/methods.ts';
import { allOperations } from './all-operations.ts';

vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/nothing');

/** Routes that are no operations: they need no key. */
const OTHERS = ['app/api/v1/[[...unknown]]/route.ts', 'app/api/v1/openapi.json/route.ts'];

const fileOf = ({ path }: Operation) => `app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`;

test('every route file is an operation, and every operation has its route file', () => {
  const files = fs.globSync('app/api/v{1,3}/**/route.ts').filter((file) => !OTHERS.includes(file));
  expect(files.sort()).toEqual([...new Set(allOperations.map(fileOf))].sort());
});

test.each([...new Set(allOperations.map(fileOf))])('%s answers exactly the methods of its operations', async (file) => {
  const handlers = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const known = allOperations.filter((operation) => fileOf(operation) === file).map(({ method }) => method);
  for (const method of METHODS) {
    const response: Response = await handlers[method](new Request('http://perennial.example/api/v1', { method }));
    expect(`${method} ${response.status}`).toBe(`${method} ${known.includes(method) ? 401 : 405}`);
  }
});

test('names are used once, and the document has every path and method', () => {
  expect(new Set(allOperations.map(({ id }) => id)).size).toBe(allOperations.length);
  const { openapi, paths } = openApiDocument(allOperations, 'http://perennial.example') as {
    openapi: string;
    paths: Record<string, object>;
  };
  expect(openapi).toBe('3.1.0');
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(allOperations.map(({ method, path }) => `${method} ${path}`).sort());
});

test('an entry says what is read and what is answered', () => {
  const { paths } = openApiDocument(allOperations, 'http://perennial.example') as { paths: Record<string, Record<string, unknown>> };
  expect(paths['/api/v1/collections']?.post).toMatchObject({
    operationId: 'createCollection',
    parameters: [{ name: 'Idempotency-Key', in: 'header' }],
    requestBody: { content: { 'application/json': { schema: { type: 'object', required: ['collection'] } } } },
    responses: { 201: { content: { 'application/json': { schema: { properties: { collection: { type: 'string' } } } } } } },
  });
  expect(paths['/api/v1/api-keys/{id}']?.delete).toMatchObject({
    parameters: [{ name: 'id', in: 'path', required: true }],
    responses: { 204: { description: 'Done.' } },
  });
  expect(paths['/api/v1/signals']?.post).toMatchObject({
    requestBody: { content: { 'application/json': {}, 'application/x-ndjson': {} } },
    responses: { 200: { content: { 'application/json': { schema: { required: ['accepted', 'rejected'] } } } } },
  });
});
