import { sql } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { moveClockTo } from './inform.ts';

/** R1, R16. Bringing an account back counts as information for it. */
export async function informRestored(tx: Tx, { workspaceId, id, at }: { workspaceId: string; id: string; at: Instant }): Promise<void> {
  await tx.execute(sql`update ${accounts} t set ${moveClockTo(at, 'restore')} where t.workspace_id = ${workspaceId} and t.id = ${id}`);
}
