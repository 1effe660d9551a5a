import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '#lib/errors.ts';
import { refuseUnkeepable } from './query-values.ts';

const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

export type Reading = {
  limitBytes?: number;
  /** Whether `Content-Encoding: gzip` is obeyed: the limit then holds for the body as it comes and as it is. */
  gzip?: boolean;
};

/** The whole body; AppError `too-large` over the limit, without reading or inflating on. */
export async function readBytes(request: Request, { limitBytes = BODY_LIMIT_BYTES, gzip = false }: Reading = {}): Promise<Buffer> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && !gzip) throw new AppError('unsupported-type', 'Send the body without Content-Encoding.');
  if (encoding !== 'identity' && encoding !== 'gzip') throw new AppError('malformed', 'Send the body as it is, or with gzip.');
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) refuse(limitBytes);
  const sent = upTo(limitBytes, request.body ?? []);
  const chunks: Uint8Array[] = [];
  for await (const chunk of encoding === 'gzip' ? upTo(limitBytes, inflated(sent)) : sent) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* upTo(limitBytes: number, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limitBytes) refuse(limitBytes);
    yield chunk;
  }
}

/** Inflates as far as it is read, 16 KiB at a time: a body that would fill the memory is left in the middle. */
async function* inflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  pipeline(Readable.from(chunks), gunzip, () => {}); // what fails in it is thrown by the loop
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('malformed', 'The body is no gzip, or its end is missing.');
  }
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

function refuse(limitBytes: number): never {
  throw new AppError('too-large', `The body is over ${limitBytes / 1024 / 1024} MiB. Send it in parts.`);
}
