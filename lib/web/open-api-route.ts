import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { openApiDocument } from './open-api.ts';
import type { Documented, Method } from './operation.ts';
import { methodNotAllowed } from './problem-response.ts';

/** The document, for everybody: it needs no key. */
export function openApiRoute(operations: readonly Documented[]): Record<Method, () => Promise<Response>> {
  const refuse = async () => methodNotAllowed(['GET'], newId());
  const answer = async () => Response.json(openApiDocument(operations, env().APP_URL), { headers: { 'X-Request-Id': newId() } });
  return { GET: answer, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}
