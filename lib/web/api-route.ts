import { createHash } from 'node:crypto';
import { type Answer, answerOnce } from '#lib/answer-once.ts';
import { authenticateKey, bearerKey } from '#lib/auth/authenticate-key.ts';
import { limitRate } from '#lib/auth/limit-rate.ts';
import type { Context } from '#lib/context.ts';
import { admit } from '#lib/door.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { DEADLINE_MS, withDeadline } from './deadline.ts';
import type { Operation, RawInput } from './operation.ts';
import { pathValues } from './path-values.ts';
import { problemResponse } from './problem-response.ts';
import { queryValues } from './query-values.ts';
import { parseJson, readBytes } from './read-body.ts';
import { type Handler, routeOf } from './route-of.ts';
import type { Method } from './rules/methods.ts';

/** The handlers of one path: each operation under its method, 405 under the others.
 *  `export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(listCollections, createCollection);` */
export function apiRoute(...operations: readonly Operation[]): Record<Method, Handler> {
  return routeOf(Object.fromEntries(operations.map((operation) => [operation.method, handlerOf(operation)])));
}

/** Key, scope and limit come first, so that a stranger learns nothing of what is there; then the input; then the work. */
function handlerOf(operation: Operation): Handler {
  return async (request) => {
    const requestId = newId();
    try {
      const response = await withDeadline(operation.deadlineMs ?? DEADLINE_MS, respond(operation, request));
      response.headers.set('X-Request-Id', requestId);
      return response;
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

async function respond(operation: Operation, request: Request): Promise<Response> {
  const key = await authenticateKey(KEY_IN[operation.keyIn ?? 'key'](request.headers));
  admit(key.ctx, { permission: 'member', scope: operation.scope });
  limitRate(key);
  const { bytes, ...input } = await readInput(operation, request);
  const idempotencyKey = operation.idempotent ? request.headers.get('idempotency-key') : null;
  if (idempotencyKey === null) return run(operation, key.ctx, input);
  const requestHash = hashOf(request, bytes);
  const { again, ...answer } = await answerOnce(key.ctx, { key: checkKey(idempotencyKey), requestHash }, async (ctx) => ({
    status: operation.status ?? 200,
    body: await operation.run(ctx, input),
  }));
  return json(answer, again ? { 'Idempotency-Replayed': 'true' } : {});
}

const KEY_IN = {
  key: (headers: Headers) => bearerKey(headers.get('authorization')),
  app_token: (headers: Headers) => headers.get('app-token'),
};

async function run(operation: Operation, ctx: Context, input: RawInput): Promise<Response> {
  const result = await operation.run(ctx, input);
  if (result instanceof Response) return result;
  return json({ status: operation.status ?? (operation.answer ? 200 : 204), body: result }, {});
}

async function readInput(operation: Operation, request: Request): Promise<RawInput & { bytes: Buffer }> {
  const url = new URL(request.url);
  const [params, query] = [pathValues(operation.path, url), queryValues(url)];
  if (!operation.body) return { params, query, body: undefined, request, bytes: Buffer.alloc(0) };
  const bytes = await readBytes(request);
  const contentType = request.headers.get('content-type') ?? 'application/json';
  const body = operation.readBody ? operation.readBody(bytes, contentType) : parseJson(bytes);
  if (body === undefined && !operation.body.safeParse(undefined).success)
    throw new AppError('malformed', 'The body is missing. Send JSON.');
  return { params, query, body, request, bytes };
}

function json({ status, body }: Answer, headers: Record<string, string>): Response {
  const all = { 'Cache-Control': 'no-store', ...headers };
  return status === 204 ? new Response(null, { status, headers: all }) : Response.json(body, { status, headers: all });
}

function hashOf({ method, url }: Request, bytes: Uint8Array): string {
  const { pathname, search } = new URL(url);
  return createHash('sha256').update(`${method} ${pathname}${search}\n`).update(bytes).digest('hex');
}

function checkKey(key: string): string {
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError('malformed', 'Send an Idempotency-Key of 1 to 255 printable ASCII characters.');
}
