import { type Instant, InstantSchema, instantOf } from '#lib/time.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What was sent as an object; null where it is none. */
export function fieldsOf(sent: unknown): Fields | null {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? (sent as Fields) : null;
}

/** An identifier, or a name: numbers become text, null and empty text are none. Anything else stays what it is, to be refused. */
export function identifierIn(sent: unknown): unknown {
  if (sent === null || sent === '') return undefined;
  return typeof sent === 'number' ? String(sent) : sent;
}

/** As `identifierIn`, for what may be left out: anything but text and numbers is none. */
export function labelIn(sent: unknown): string | undefined {
  return typeof sent === 'number' ? String(sent) : typeof sent === 'string' && sent !== '' ? sent : undefined;
}

/** When something happened, as clients write it: ISO 8601, in UTC where no offset is named, or milliseconds since 1970. Undefined where
 *  nothing is said; null where it says what nobody can read. */
export function timestampIn(sent: unknown): Instant | null | undefined {
  if (sent === undefined || sent === null) return undefined;
  if (typeof sent === 'number') return Math.abs(sent) <= MAX_MS ? instantOf(sent) : null;
  if (typeof sent !== 'string') return null;
  return InstantSchema.safeParse(/T[\d:.]+$/.test(sent) ? `${sent}Z` : sent).data ?? null;
}

/** As far as a Date reaches. */
const MAX_MS = 8.64e15;
