import type { Day } from '#lib/time.ts';
import { type Tx, transaction } from '../client.ts';
import type { ChunkResult, ChunkScope, Cursor } from '../engine/chunk.ts';

type Statement = (tx: Tx, scope: ChunkScope, cursor: Cursor) => Promise<ChunkResult>;
type Chunks = { workspaceId: string; day: Day; limit: number };

/** Works a statement of the engine to its end, each chunk in a transaction of its own, as a run does. Gives the changes by kind. */
export async function inChunks({ workspaceId, day, limit }: Chunks, statement: Statement): Promise<Record<string, number>> {
  const changed: Record<string, number> = {};
  let cursor: Cursor = null;
  for (let turn = 0; turn < 10_000; turn++) {
    chunk += 1;
    const result = await transaction(workspaceId, (tx) => statement(tx, { workspaceId, day, chunk, limit }, cursor));
    for (const [kind, n] of Object.entries(result.counts)) changed[kind] = (changed[kind] ?? 0) + n;
    cursor = result.cursor;
    if (result.done) return changed;
  }
  throw new Error('the statement does not come to an end');
}

let chunk = 0;
