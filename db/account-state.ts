import { and, eq } from 'drizzle-orm';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { Tx } from './client.ts';
import { accounts } from './schema/entities.ts';

export type AccountState = { archived: boolean; onHold: boolean; cause: MarkCause | null; contractStatus: string; parentId: string | null };

/** What decides what may be done to an account; null where there is none. */
export async function readAccountState(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }): Promise<AccountState | null> {
  const [row] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, id)));
  if (!row) return null;
  const { archivedAt, holds, cause, contractStatus, parentId } = row;
  return { archived: archivedAt !== null, onHold: holds > 0, cause, contractStatus, parentId };
}
