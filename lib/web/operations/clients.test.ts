import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openApiDocument } from '../open-api.ts';
import { allOperations } from './all-operations.ts';
import { clientOperations } from './clients.ts';

type Json = Record<string, unknown>;
const { paths, components } = openApiDocument([...allOperations, ...clientOperations], 'http://perennial.example') as {
  paths: Record<string, Record<string, Json>>;
  components: { securitySchemes: Json };
};

test.each(clientOperations.map(({ method, path }) => ({ method, path })))(
  '$method $path is served by its route file',
  async ({ method, path }) => {
    const file = `app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`;
    expect(fs.existsSync(file)).toBe(true);
    expect(await import(/* @vite-ignore */ pathToFileURL(file).href)).toHaveProperty(method);
  },
);

test('the document says where their keys stand, and every way is described', () => {
  expect(paths['/v1/{kind}']?.post).toMatchObject({
    security: [{ write_key: [] }, { write_key_as_user: [] }],
    parameters: [{ name: 'kind', in: 'path', schema: { enum: expect.arrayContaining(['batch', 'track', 'b', 't']) } }],
  });
  expect(paths['/pixel.gif']?.get).toMatchObject({ security: [{ service_id: [] }], responses: { 200: { content: { 'image/gif': {} } } } });
  expect(paths['/api/v3/tasks/{id}']?.put).toMatchObject({ security: [{ app_token: [] }] });
  const used = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ security }) => (security as Json[] | undefined) ?? []),
  );
  expect(Object.keys(components.securitySchemes)).toEqual(expect.arrayContaining(used.flatMap(Object.keys)));
});
