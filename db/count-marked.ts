import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { accounts, objects, users } from './schema/entities.ts';

/** How many entities bear a mark, by what they are; members that only go along with their account bear none. */
export async function countMarked(
  tx: Tx,
  { workspaceId }: { workspaceId: string },
): Promise<{ accounts: number; users: number; objects: number }> {
  const marked = (table: typeof accounts | typeof users | typeof objects) =>
    sql`(select count(*)::int from ${table} where workspace_id = ${workspaceId} and marked_on is not null)`;
  const [row] = await tx.execute<{ accounts: number; users: number; objects: number }>(
    sql`select ${marked(accounts)} as accounts, ${marked(users)} as users, ${marked(objects)} as objects`,
  );
  return row ?? { accounts: 0, users: 0, objects: 0 };
}
