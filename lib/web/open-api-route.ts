import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { openApiDocument } from './open-api.ts';
import type { Documented } from './operation.ts';
import { type Handler, routeOf } from './route-of.ts';
import type { Method } from './rules/methods.ts';

/** The document, for everybody: it needs no key. */
export function openApiRoute(operations: readonly Documented[]): Record<Method, Handler> {
  const answer = async () => Response.json(openApiDocument(operations, env().APP_URL), { headers: { 'X-Request-Id': newId() } });
  return routeOf({ GET: answer });
}
