import { curlOf } from './curl-of.ts';

export type Schema = {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  title?: string;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  /** Of a type of problem. */
  'x-status'?: number;
};
export type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: Schema;
  example?: string;
};
export type SecurityScheme = { type: 'http' | 'apiKey'; scheme?: string; in?: 'header' | 'query'; name?: string; description: string };
type Content = Record<string, { schema?: Schema; examples?: Record<string, { value: unknown }> }>;
export type Entry = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: Parameter[];
  security?: Record<string, unknown>[];
  requestBody?: { content: Content };
  responses: Record<string, { description?: string; content?: Content }>;
};
/** What of the OpenAPI document its page shows. */
export type ApiDocument = {
  servers: { url: string }[];
  security: Record<string, unknown>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Entry>>;
  components: { securitySchemes: Record<string, SecurityScheme>; schemas: { Problem: { properties: { type: { oneOf: Schema[] } } } } };
};

export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  needs: string;
  parameters: Parameter[];
  body: { types: string[]; schema: Schema; example: unknown } | null;
  answer: { status: string; type: string | null; schema: Schema | null };
  /** Where its key stands. */
  key: SecurityScheme;
  /** A line for the shell that does it, with the example. */
  curl: string;
};

/** The operations of the document under their headings, each with a line that runs its example. */
export function apiReference(document: ApiDocument): { name: string; operations: Operation[] }[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => ({ group: entry.tags[0], operation: operationOf(document, path, method, entry) })),
  );
  return document.tags.map(({ name }) => ({ name, operations: all.flatMap(({ group, operation }) => (group === name ? operation : [])) }));
}

function operationOf({ servers, security, components }: ApiDocument, path: string, method: string, entry: Entry): Operation {
  const [scheme = ''] = Object.keys((entry.security ?? security)[0] ?? {});
  const key = components.securitySchemes[scheme];
  if (!key) throw new Error(`${entry.operationId} names no way to bear a key`);
  const [status = '', { content = {} } = {}] = Object.entries(entry.responses)[0] ?? [];
  const [answerType = null] = Object.keys(content);
  const types = Object.keys(entry.requestBody?.content ?? {});
  const { schema, examples = {} } = entry.requestBody?.content[types[0] ?? ''] ?? {};
  const body = schema ? { types, schema, example: Object.values(examples)[0]?.value } : null;
  const called = { method: method.toUpperCase(), path, parameters: entry.parameters, key, body: body?.example };
  return {
    id: entry.operationId,
    method: called.method,
    path,
    summary: entry.summary,
    needs: entry.description,
    parameters: entry.parameters,
    body,
    answer: { status, type: answerType, schema: content[answerType ?? '']?.schema ?? null },
    key,
    curl: curlOf(servers[0]?.url ?? '', called),
  };
}
