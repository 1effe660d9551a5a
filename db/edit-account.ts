import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { accounts } from './schema/entities.ts';

/** Whether `parentId` is the account itself or lies below it. */
export async function parentCloses(
  tx: Tx,
  { workspaceId, id, parentId }: { workspaceId: string; id: string; parentId: string },
): Promise<boolean> {
  const [row] = await tx.execute<{ closes: boolean }>(sql`
    with recursive above as (
      select ${parentId}::uuid as id
      union
      select a.parent_id from above join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = above.id where a.parent_id is not null
    )
    select exists (select 1 from above where id = ${id}::uuid) as closes`);
  return row?.closes ?? false;
}

type Edit = { name?: string | null; contractStatus?: string; contractValue?: number | null; parentId?: string | null | undefined };

/** Writes what is given and leaves the rest. */
export async function updateAccount(tx: Tx, { workspaceId, id, ...edit }: { workspaceId: string; id: string } & Edit): Promise<void> {
  const { name, contractStatus, contractValue, parentId } = edit;
  const given = Object.fromEntries(
    Object.entries({ name, contractStatus, contractValue, parentId }).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(given).length === 0) return;
  await tx
    .update(accounts)
    .set(given)
    .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, id)));
}
