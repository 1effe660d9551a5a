import { type ZodType, z } from 'zod';
import type { Documented, KeyPlace } from './operation.ts';
import { groupOf } from './operation-group.ts';
import { ALL_PROBLEMS } from './problems.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of `operations`, made from the schemas by which they read and answer. */
export function openApiDocument(operations: readonly Documented[], serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: entryOf(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Perennial', version: '1', description: 'Show before doing, explain every decision, lose nothing.' },
    servers: [{ url: serverUrl }],
    security: SECURITY.key,
    tags: [...new Set(operations.map(({ path }) => groupOf(path)))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: SCHEMES,
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: {
          description: 'What was wrong (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function entryOf(operation: Documented): Json {
  const { id, summary, scope, keyIn, body, bodyTypes = ['application/json'] } = operation;
  return {
    operationId: id,
    summary,
    tags: [groupOf(operation.path)],
    description: `Needs the scope ${scope.map((name) => `\`${name}\``).join(' or ')}.`,
    ...(keyIn && { security: SECURITY[keyIn] }),
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...(operation.idempotent ? [IDEMPOTENCY_KEY] : [])],
    ...(body && {
      requestBody: { required: true, content: Object.fromEntries(bodyTypes.map((type) => [type, bodyOf(body)])) },
    }),
    responses: { ...successOf(operation), default: { $ref: '#/components/responses/Problem' } },
  };
}

/** Examples stand beside the schema: of one that changes what it reads, they would be left out of it. */
function bodyOf(body: ZodType): Json {
  const examples = (body.meta()?.examples ?? []) as unknown[];
  return { schema: schemaOf(body, 'input'), examples: Object.fromEntries(examples.map((value, i) => [`example-${i + 1}`, { value }])) };
}

function successOf({ answer, answerType, status }: Documented): Json {
  if (answerType) return { [status ?? 200]: { description: 'Done.', content: { [answerType]: {} } } };
  if (!answer) return { [status ?? 204]: { description: 'Done.' } };
  return { [status ?? 200]: { description: 'Done.', content: { 'application/json': { schema: schemaOf(answer, 'output') } } } };
}

function pathParameters({ path, params }: Documented): Json[] {
  const { properties = {} } = params ? (schemaOf(params, 'input') as { properties?: Json }) : {};
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
    example: EXAMPLES[name] ?? 'acme',
  }));
}

function queryParameters({ query }: Documented): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

function schemaOf(schema: ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}

const SCHEMES = {
  key: { type: 'http', scheme: 'bearer', description: 'A key of the workspace. Its scopes do not include one another.' },
  app_token: { type: 'apiKey', in: 'header', name: 'app-token', description: 'A key of the workspace.' },
  write_key: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Write-Key',
    description: 'A key of the workspace; else it may be `writeKey` in the body.',
  },
  write_key_as_user: { type: 'http', scheme: 'basic', description: 'A key of the workspace as the user name, without a password.' },
  service_id: { type: 'apiKey', in: 'query', name: 'sdr_s', description: 'The public service id of the workspace: it can only send.' },
};

const SECURITY: Record<KeyPlace, Json[]> = {
  key: [{ key: [] }],
  app_token: [{ app_token: [] }],
  write_key: [{ write_key: [] }, { write_key_as_user: [] }],
  service_id: [{ service_id: [] }],
};

/** What the parts of a path are in examples. */
const EXAMPLES: Record<string, string> = {
  account: 'acme',
  user: 'ann@acme.example',
  collection: 'opportunities',
  object: 'renewal-2027',
  day: '2026-07-05',
  id: '01987c5e-2f60-7c3a-9a51-6f1d6a3c0b7e',
  kind: 'track',
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'With the same key the first answer comes again for 24 hours; with another request it is 409.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: {
      type: 'string',
      oneOf: ALL_PROBLEMS.map(({ type, title, status, description }) => ({ const: type, title, description, 'x-status': status })),
    },
    title: { type: 'string' },
    status: { type: 'integer', enum: [...new Set(ALL_PROBLEMS.map(({ status }) => status))] },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
