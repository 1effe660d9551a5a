import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { accounts } from './schema/entities.ts';

/** R16. Archives an account at an instant, or restores it (null); false where it is so already. */
export async function setArchived(
  tx: Tx,
  { workspaceId, id, at }: { workspaceId: string; id: string; at: Instant | null },
): Promise<boolean> {
  const other = at === null ? isNotNull(accounts.archivedAt) : isNull(accounts.archivedAt);
  const changed = await tx
    .update(accounts)
    .set({ archivedAt: at })
    .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, id), other))
    .returning({ id: accounts.id });
  return changed.length > 0;
}
