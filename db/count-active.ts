import { and, count, eq, isNull } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { accounts } from './schema/entities.ts';

/** R18. The accounts that are neither marked nor archived. */
export async function countActiveAccounts(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), isNull(accounts.markedOn), isNull(accounts.archivedAt)));
  return row?.n ?? 0;
}
