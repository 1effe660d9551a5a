import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { arrayOf } from './engine/unnest.ts';
import { collections } from './schema/entities.ts';

/** The ids of these collections by name; one that is not defined is absent. */
export async function collectionIds(
  tx: Tx,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await tx.execute<{ name: string; id: string }>(
    sql`select c.name, c.id from ${collections} c where c.workspace_id = ${workspaceId} and c.name = any(${arrayOf('text', names)})`,
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}
