import { type ZodType, z } from 'zod';
import { AppError } from '#lib/errors.ts';

/** A page of a list, as the API answers it. */
export type Page<T> = { data: T[]; next_cursor: string | null };

/** `?limit=` (1 to 1000, default 100) and `?cursor=` of every list. */
export const PageInput = {
  limit: z.coerce
    .number({ message: 'Enter a whole number from 1 to 1000.' })
    .int('Enter a whole number from 1 to 1000.')
    .min(1, 'Enter a whole number from 1 to 1000.')
    .max(1000, 'Enter a whole number from 1 to 1000.')
    .default(100),
  cursor: z.string().optional(),
};

/** Where a list goes on: the key of the last row that was given. Opaque to the caller. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads the key of a cursor; AppError `invalid` for one that this list did not give. */
export function decodeKey<K>(cursor: string, schema: ZodType<K>): K {
  const key = parseCursor(cursor);
  const parsed = isKey(key) ? schema.safeParse(key) : null;
  if (!parsed?.success) throw notOfThisList();
  return parsed.data;
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw notOfThisList();
  }
}

function notOfThisList(): AppError {
  return new AppError('invalid', 'The cursor is not one of this list.', {
    fields: [{ path: 'cursor', message: 'Send next_cursor as it was given, or none.' }],
  });
}

function isKey(key: unknown): key is (string | number)[] {
  return Array.isArray(key) && key.every((part) => (typeof part === 'string' && !part.includes('\0')) || Number.isFinite(part));
}

/** The page of `rows`, of which one more than `limit` was read. */
export function pageOf<T>(rows: readonly T[], limit: number, key: (row: T) => readonly (string | number)[]): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, next_cursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
