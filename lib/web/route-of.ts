import { newId } from '#lib/ids.ts';
import { methodNotAllowed } from './problem-response.ts';
import { METHODS, type Method } from './rules/methods.ts';

export type Handler = (request: Request) => Promise<Response>;

/** The handlers of one path: those that it has, 405 under the other methods. `export const { GET, POST, PUT, PATCH, DELETE } = routeOf({ GET: health });` */
export function routeOf(known: Partial<Record<Method, Handler>>): Record<Method, Handler> {
  const allowed = METHODS.filter((method) => known[method]);
  const handlers = METHODS.map((method) => [method, known[method] ?? (async () => methodNotAllowed(allowed, newId()))] as const);
  return Object.fromEntries(handlers) as Record<Method, Handler>;
}

/** One handler under every method. */
export function anyMethod(handler: Handler): Record<Method, Handler> {
  return Object.fromEntries(METHODS.map((method) => [method, handler])) as Record<Method, Handler>;
}
