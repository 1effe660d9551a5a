import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { accounts, objects, users } from '../schema/entities.ts';
import { emptySamples } from './empty-samples.ts';
import { ACCOUNT_ACTIVITY } from './purge-accounts.ts';

/** R16. Deletes one account that is locked, archived and free of holds, children first; every statement asks again whether it is.
 *  Gives how much of each kind is gone. */
export async function deleteArchivedAccount(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<{ accounts: number; users: number; objects: number }> {
  const reason = sql`a.workspace_id = ${workspaceId} and a.id = ${id} and a.archived_at is not null and a.holds = 0`;
  const ofAccount = (table: SQL | typeof users | typeof objects) =>
    sql`delete from ${table} x using ${accounts} a where x.workspace_id = ${workspaceId} and x.account_id = a.id and ${reason}`;
  for (const table of ACCOUNT_ACTIVITY) await tx.execute(ofAccount(sql`${table}`));
  await emptySamples(tx, { workspaceId, due: reason });
  const gone = {
    objects: await counted(tx, ofAccount(objects)),
    users: await counted(tx, ofAccount(users)),
  };
  await tx.execute(
    sql`update ${accounts} s set parent_id = null from ${accounts} a where s.workspace_id = ${workspaceId} and s.parent_id = a.id and ${reason}`,
  );
  return { ...gone, accounts: await counted(tx, sql`delete from ${accounts} a where ${reason}`) };
}

async function counted(tx: Tx, deletion: SQL): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`with gone as (${deletion} returning 1) select count(*)::int as n from gone`);
  return row?.n ?? 0;
}
