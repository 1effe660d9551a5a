import type { Day } from '#lib/time.ts';
import { type ChunkResult, NOTHING_LEFT } from './chunk.ts';

/** What a range statement answers: the last row that it read, how many it read, and what it did. No row where the range is read. */
export type ChunkRow = { day: Day; id: string; rows: number; counts: Record<string, number>; digest: string | null };

/** A full chunk may have more behind it; a shorter one was the last. */
export function chunkResult(row: ChunkRow | undefined, limit: number): ChunkResult {
  if (!row) return NOTHING_LEFT;
  const { day, id, rows, counts, digest } = row;
  return { rows, counts, digest, cursor: { day, id }, done: rows < limit };
}
