import { ERROR_STATUS, type ErrorCode } from '#lib/errors.ts';

export type Problem = { type: string; title: string; status: number; description: string };

const SAID: Record<ErrorCode, { title: string; description: string }> = {
  malformed: { title: 'The request cannot be read', description: 'The body is missing, is not JSON, or a header cannot be what it is.' },
  'sign-in-needed': {
    title: 'Signing in is needed',
    description: 'The session of a person has ended. Programs with a key do not meet it.',
  },
  'key-needed': { title: 'A valid key is needed', description: 'No key was sent, or one that is unknown or revoked.' },
  forbidden: { title: 'Not allowed', description: 'The key lacks the scope. Scopes do not include one another.' },
  'not-found': { title: 'Not found', description: 'There is no such path, or nothing of this name in the workspace of the key.' },
  conflict: {
    title: 'Conflict',
    description: 'It is so already, or something stands in the way; `detail` says what. Also an Idempotency-Key sent with another request.',
  },
  'too-large': { title: 'Too large', description: 'The body is larger than the path takes. Send less at a time.' },
  'unsupported-type': { title: 'Unsupported type', description: 'The path does not take a body of this content type.' },
  invalid: {
    title: 'Invalid input',
    description: 'Something in the input is at fault, and nothing was changed. `errors` names each field.',
  },
  'too-many-requests': {
    title: 'Too many requests',
    description: 'Over the limit of the key. Send it again after the seconds in `Retry-After`.',
  },
  unavailable: {
    title: 'Not available at the moment',
    description: 'Something that is needed does not answer, or there is too much to do. Send it again after `Retry-After`.',
  },
};

/** What the interface says where a request fails (RFC 9457), by the code of the failure. */
export const PROBLEMS = Object.fromEntries(
  Object.entries(SAID).map(([code, said]) => [code, { type: typeOf(code), status: ERROR_STATUS[code as ErrorCode], ...said }]),
) as Record<ErrorCode, Problem>;

export const METHOD_NOT_ALLOWED: Problem = {
  type: typeOf('method-not-allowed'),
  title: 'Method not allowed',
  status: 405,
  description: 'The path is there and takes other methods; `Allow` names them.',
};

export const FAILED: Problem = {
  type: typeOf('failed'),
  title: 'Failed',
  status: 500,
  description: 'A fault on our side. `detail` has its number in the log.',
};

export const ALL_PROBLEMS: readonly Problem[] = [...Object.values(PROBLEMS), METHOD_NOT_ALLOWED, FAILED].sort(
  (a, b) => a.status - b.status,
);

function typeOf(code: string): string {
  return `urn:perennial:problem:${code}`;
}
