import { eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { accounts } from './schema/entities.ts';

/** Whether the workspace has ever been told of an account that still exists. */
export async function anyInformation(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<boolean> {
  const rows = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.workspaceId, workspaceId)).limit(1);
  return rows.length > 0;
}
