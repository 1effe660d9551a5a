import { type AppError, ERROR_STATUS, type ErrorCode } from '#lib/errors.ts';
import { explainFailure } from '#lib/failure.ts';
import { log } from '#lib/log.ts';

/** Any failure as an answer. What is a fault of ours is logged with the request's id, and the answer says no more than that. */
export function problemResponse(failure: unknown, requestId: string): Response {
  const error = explainFailure(failure);
  if (!error) {
    log.error('a request failed', { requestId, error: failure });
    return problem(500, requestId, {
      type: 'urn:perennial:problem:failed',
      title: 'Failed',
      status: 500,
      detail: `The fault is on our side. Its number in the log is ${requestId}.`,
    });
  }
  const { status, body } = problemOf(error);
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined) headers['Retry-After'] = String(error.retryAfterSeconds);
  if (error.code === 'key-needed') headers['WWW-Authenticate'] = 'Bearer';
  return problem(status, requestId, body, headers);
}

/** 405, with the methods that the path knows. */
export function methodNotAllowed(allowed: readonly string[], requestId: string): Response {
  const body = {
    type: 'urn:perennial:problem:method-not-allowed',
    title: 'Method not allowed',
    status: 405,
    detail: `This path takes ${allowed.join(', ')}.`,
  };
  return problem(405, requestId, body, { Allow: allowed.join(', ') });
}

function problem(status: number, requestId: string, body: Record<string, unknown>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', 'X-Request-Id': requestId, ...headers },
  });
}

const TITLES: Record<ErrorCode, string> = {
  malformed: 'The request cannot be read',
  'sign-in-needed': 'Signing in is needed',
  'key-needed': 'A valid key is needed',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Conflict',
  'too-large': 'Too large',
  'unsupported-type': 'Unsupported type',
  invalid: 'Invalid input',
  'too-many-requests': 'Too many requests',
  unavailable: 'Not available at the moment',
};

/** What the interface says of a failure (RFC 9457). */
function problemOf(error: AppError): { status: number; body: Record<string, unknown> } {
  const status = ERROR_STATUS[error.code];
  const body = { type: `urn:perennial:problem:${error.code}`, title: TITLES[error.code], status, detail: error.message };
  return { status, body: error.fields.length > 0 ? { ...body, errors: error.fields } : body };
}
