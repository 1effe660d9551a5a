import { AppError } from '#lib/errors.ts';
import { refuseUnkeepable } from './query-values.ts';

export const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

/** The whole body; AppError `too-large` over the limit, without reading on. */
export async function readBytes(request: Request): Promise<Buffer> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity') throw new AppError('unsupported-type', 'Send the body without Content-Encoding.');
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT_BYTES) refuse();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT_BYTES) refuse();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** A body as text; AppError `malformed` where it is not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('malformed', 'The body is not text in UTF-8.');
  }
}

/** A JSON body, undefined where there is none; AppError `malformed`, and `invalid` for text that nothing can be stored under. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined;
  const text = decodeText(bytes);
  try {
    const value: unknown = JSON.parse(text);
    // JSON can write such text only as an escape, so that most bodies need no second look.
    if (/\\u(0000|d[89a-f])/i.test(text)) refuseUnkeepable(value);
    return value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('malformed', 'The body is not JSON.');
  }
}

function refuse(): never {
  throw new AppError('too-large', 'The body is over 10 MiB. Send it in parts.');
}
