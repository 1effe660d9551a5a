import { type ZodType, z } from 'zod';
import type { Keyset } from '#db/entity-rows.ts';
import { decodeKey, encodeCursor } from '#lib/page.ts';

/** Where a screen's table goes: behind a row, before one, to its end, or (with none of them) to its beginning. */
export const ScreenPageInput = {
  after: z.string().optional(),
  before: z.string().optional(),
  end: z.literal('last').optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
};

/** A page of a screen's table. `previous` is a cursor for `before`, `next` one for `after`; null where there is no such page. */
type ScreenPage<T> = { rows: T[]; previous: string | null; next: string | null };

type Where = { after?: string | undefined; before?: string | undefined; end?: 'last' | undefined; limit: number };

/** Reads where to go; one row more than the page, to know whether there is another. AppError `invalid` for a cursor of another list. */
export function keysetOf({ after, before, end, limit }: Where, schema: ZodType<readonly string[]>): Keyset {
  const cursor = before ?? after;
  const key = cursor === undefined ? null : decodeKey(cursor, schema);
  return { key, backwards: before !== undefined || (after === undefined && end === 'last'), limit: limit + 1 };
}

/** The page of `rows`, in the list's order, read for `keyset`: one of them may be of the page after it. */
export function screenPage<T>(rows: readonly T[], { key, backwards, limit }: Keyset, keyOf: (row: T) => readonly string[]): ScreenPage<T> {
  const more = rows.length === limit;
  const shown = more ? (backwards ? rows.slice(1) : rows.slice(0, -1)) : [...rows];
  const [first, last] = [shown[0], shown.at(-1)];
  const hasPrevious = backwards ? more : key !== null;
  const hasNext = backwards ? key !== null : more;
  return {
    rows: shown,
    previous: hasPrevious && first !== undefined ? encodeCursor(keyOf(first)) : null,
    next: hasNext && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
