import { apiRoute } from '../api-route.ts';
import type { Operation } from '../operation.ts';
import { allOperations } from '../operations/all-operations.ts';
import type { Method } from '../rules/methods.ts';

export type Answer = { status: number; body: Record<string, unknown> & { data: Record<string, unknown>[] } };
type Headers = Record<string, string>;

/** The HTTP interface as a program with this key meets it, without a server: each request goes to the handlers of the operation whose path it names. */
export function apiOf(key: string) {
  const send = (method: Method, address: string, body?: unknown, headers: Headers = {}) => answer(key, method, address, body, headers);
  return {
    send,
    get: (address: string) => send('GET', address),
    post: (address: string, body: unknown, headers?: Headers) => send('POST', address, body, headers),
    patch: (address: string, body: unknown, headers?: Headers) => send('PATCH', address, body, headers),
  };
}
export type Api = ReturnType<typeof apiOf>;

/** `body` is sent as JSON; a text as it is. */
async function answer(key: string, method: Method, address: string, body: unknown, headers: Headers): Promise<Answer> {
  const url = new URL(address, 'http://perennial.example/api/v1/');
  const operation = allOperations.find((o) => o.method === method && isAt(o, url.pathname));
  if (!operation) throw new Error(`no operation for ${method} ${url.pathname}`);
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const request = new Request(url, { method, headers: { authorization: `Bearer ${key}`, ...headers }, ...sent });
  const response = await apiRoute(operation)[method](request);
  return { status: response.status, body: await response.json() };
}

function isAt({ path }: Operation, pathname: string): boolean {
  const [named, given] = [path.split('/'), pathname.split('/')];
  return named.length === given.length && named.every((part, i) => part.startsWith('{') || part === given[i]);
}
