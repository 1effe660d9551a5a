import type { Parameter, SecurityScheme } from './api-reference.ts';

export type Called = { method: string; path: string; parameters: readonly Parameter[]; key: SecurityScheme; body?: unknown };

/** Stands for a key that the reader has. */
export const YOUR_KEY = 'YOUR_KEY';

/** A line for the shell, broken where it is long, that calls an operation at `host` with its example. */
export function curlOf(host: string, { method, path, parameters, key, body }: Called): string {
  const implied = method === 'GET' || (method === 'POST' && body !== undefined);
  const query = new URLSearchParams(queryOf(parameters));
  if (key.in === 'query') query.set(key.name ?? '', 'YOUR_SERVICE_ID');
  const address = `${host.replace(/\/+$/, '')}${pathOf(path, parameters)}${query.size > 0 ? `?${query}` : ''}`;
  return [
    `curl ${implied ? '' : `-X ${method} `}${quoted(address)}`,
    ...(key.in === 'query' ? [] : [`-H ${quoted(key.in === 'header' ? `${key.name}: ${YOUR_KEY}` : `Authorization: Bearer ${YOUR_KEY}`)}`]),
    ...(body === undefined ? [] : [`--json ${quoted(written(body))}`]),
  ].join(' \\\n  ');
}

/** A path with its examples in place of its parts. */
export function pathOf(path: string, parameters: readonly Parameter[]): string {
  const examples = new Map(parameters.map(({ name, example }) => [name, example]));
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(examples.get(name) ?? ''));
}

/** Parameters of the query that have an example, with it. */
function queryOf(parameters: readonly Parameter[]): [string, string][] {
  return parameters.flatMap(({ name, in: place, schema }) => {
    const [example] = schema.examples ?? [];
    return place === 'query' && example !== undefined ? [[name, String(example)]] : [];
  });
}

function written(body: unknown): string {
  const line = JSON.stringify(body);
  return line.length <= 80 ? line : JSON.stringify(body, null, 2);
}

/** Within single quotes the shell reads everything as it is, but for the quote itself. */
function quoted(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
