import { AppError, ERROR_STATUS } from '#lib/errors.ts';
import { explainFailure } from '#lib/failure.ts';
import { newId } from '#lib/ids.ts';
import { recordHit } from '#lib/ingest/record-hit.ts';
import { log } from '#lib/log.ts';
import { allowOrigins } from './cross-origin.ts';
import { withDeadline } from './deadline.ts';
import { readBytes } from './read-body.ts';

const DEADLINE_MS = 30_000;
const BODY_BYTES = 64 * 1024;

/** A hit of Totango's tracker, in the query or as a form. A page shows what comes back, so it is a picture whatever became of the hit; where
 *  it could not be taken just now, a program sees by the status that it should come again. */
export async function pixel(request: Request): Promise<Response> {
  const requestId = newId();
  try {
    await withDeadline(DEADLINE_MS, take(request));
    return picture(200, requestId);
  } catch (error) {
    const explained = explainFailure(error);
    if (!explained) log.error('a hit failed', { requestId, error });
    return picture(explained ? ERROR_STATUS[explained.code] : 500, requestId, explained?.retryAfterSeconds);
  }
}

async function take(request: Request): Promise<void> {
  const { sdr_s: serviceId, 'api-token': token, ...sent } = await readHit(request);
  if (serviceId) await recordHit(sent, { serviceId, key: token ?? request.headers.get('api-token') });
}

/** The parameters of query and form; none of a form that cannot be read. */
async function readHit(request: Request): Promise<Record<string, string>> {
  const { searchParams } = new URL(request.url);
  const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams();
  return Object.fromEntries([...searchParams, ...form]);
}

async function readForm(request: Request): Promise<URLSearchParams> {
  try {
    return new URLSearchParams((await readBytes(request, { limitBytes: BODY_BYTES })).toString());
  } catch (error) {
    if (error instanceof AppError) return new URLSearchParams();
    throw error;
  }
}

function picture(status: number, requestId: string, retryAfterSeconds?: number): Response {
  const response = new Response(GIF, { status, headers: { 'Content-Type': 'image/gif', 'Cache-Control': 'no-store' } });
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  response.headers.set('X-Request-Id', requestId);
  if (retryAfterSeconds !== undefined) response.headers.set('Retry-After', String(retryAfterSeconds));
  return allowOrigins(response);
}

/** One transparent pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
