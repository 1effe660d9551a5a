import type { AppError } from '#lib/errors.ts';
import { explainFailure } from '#lib/failure.ts';
import { log } from '#lib/log.ts';
import { FAILED, METHOD_NOT_ALLOWED, PROBLEMS, type Problem } from './problems.ts';

/** Any failure as an answer. What is a fault of ours is logged with the request's id, and the answer says no more than that. */
export function problemResponse(failure: unknown, requestId: string): Response {
  const error = explainFailure(failure);
  if (!error) {
    log.error('a request failed', { requestId, error: failure });
    return problem(500, requestId, saying(FAILED, `The fault is on our side. Its number in the log is ${requestId}.`));
  }
  const { status, body } = problemOf(error);
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined) headers['Retry-After'] = String(error.retryAfterSeconds);
  if (error.code === 'key-needed') headers['WWW-Authenticate'] = 'Bearer';
  return problem(status, requestId, body, headers);
}

/** 405, with the methods that may be sent. */
export function methodNotAllowed(allowed: readonly string[], requestId: string): Response {
  const body = saying(METHOD_NOT_ALLOWED, `Send ${new Intl.ListFormat('en', { type: 'disjunction' }).format(allowed)}.`);
  return problem(405, requestId, body, { Allow: allowed.join(', ') });
}

function problem(status: number, requestId: string, body: Record<string, unknown>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', 'X-Request-Id': requestId, ...headers },
  });
}

function saying({ type, title, status }: Problem, detail: string): Record<string, unknown> {
  return { type, title, status, detail };
}

/** What the interface says of a failure (RFC 9457). */
function problemOf(error: AppError): { status: number; body: Record<string, unknown> } {
  const body = saying(PROBLEMS[error.code], error.message);
  return { status: PROBLEMS[error.code].status, body: error.fields.length > 0 ? { ...body, errors: error.fields } : body };
}
