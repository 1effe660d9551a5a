import { authenticateKey, type KeyAtWork } from '#lib/auth/authenticate-key.ts';
import { limitRate } from '#lib/auth/limit-rate.ts';
import { writeKeyIn, writeKeyOf } from '#lib/auth/rules/write-key.ts';
import { admit } from '#lib/door.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { recordClient } from '#lib/ingest/record-client.ts';
import { eventsIn, kindOfPath, sourceOf } from '#lib/ingest/rules/client-batch.ts';
import { parseClientBody } from '#lib/ingest/rules/client-json.ts';
import { allowOrigins, preflight } from './cross-origin.ts';
import { withDeadline } from './deadline.ts';
import { methodNotAllowed, problemResponse } from './problem-response.ts';
import { readBytes } from './read-body.ts';
import type { Handler } from './route-of.ts';
import { METHODS, type Method } from './rules/methods.ts';
import { unknownPath } from './unknown-path.ts';

/** Clients wait ten seconds at most and then send again: an answer later than this reaches nobody. */
const DEADLINE_MS = 30_000;
const CLIENT_BODY_BYTES = 1024 * 1024;

/** The handlers of a path that ends in what it takes, `/v1/{kind}`, for clients that speak Segment's language. They drop a whole batch at a
 *  400: that is only for a body that holds no events at all. */
export function clientRoute(language: 'segment' | 'jitsu'): Record<Method | 'OPTIONS', Handler> {
  const refuse: Handler = async () => allowOrigins(methodNotAllowed(['POST', 'OPTIONS'], newId()));
  const handlers = METHODS.map((method) => [method, method === 'POST' ? taking(language) : refuse] as const);
  return { ...(Object.fromEntries(handlers) as Record<Method, Handler>), OPTIONS: allowPost };
}

const allowPost: Handler = async (request) => preflight(request, 'POST');

function taking(language: 'segment' | 'jitsu'): Handler {
  return async (request) => {
    const kind = kindOfPath(new URL(request.url).pathname, language);
    if (kind === null) return unknownPath(request);
    const requestId = newId();
    try {
      await withDeadline(DEADLINE_MS, take(request, kind, language));
      return allowOrigins(Response.json({ success: true }, { headers: { 'Cache-Control': 'no-store', 'X-Request-Id': requestId } }));
    } catch (error) {
      return allowOrigins(problemResponse(error, requestId));
    }
  };
}

/** The key comes before the body, wherever it stands: a stranger learns nothing of what else is wrong. */
async function take(request: Request, kind: string, language: 'segment' | 'jitsu'): Promise<void> {
  const inHeaders = writeKeyOf(request.headers);
  const known = inHeaders === null ? null : await admitted(inHeaders);
  const bytes = await readBytes(request, { limitBytes: CLIENT_BODY_BYTES, gzip: true }).catch(unlessMalformed);
  const body = bytes && parseClientBody(bytes);
  const { ctx } = known ?? (await admitted(writeKeyIn(body?.writeKey)));
  const received = body && eventsIn(body, kind, bytes.byteLength);
  if (!received) throw new AppError('malformed', kind === 'batch' ? BATCH : OBJECT);
  await recordClient(ctx, { source: sourceOf(body, language), received });
}

const OBJECT = 'Send a JSON object, in UTF-8, as it is or with gzip.';
const BATCH = 'Send a JSON object with a list of events as its batch, in UTF-8, as it is or with gzip.';

function unlessMalformed(error: unknown): null {
  if (error instanceof AppError && error.code === 'malformed') return null;
  throw error;
}

async function admitted(key: string | null): Promise<KeyAtWork> {
  const known = await authenticateKey(key);
  admit(known.ctx, { permission: 'member', scope: 'ingest' });
  limitRate(known);
  return known;
}
