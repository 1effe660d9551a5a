import { and, eq, sql } from 'drizzle-orm';
import { inactiveDays } from '#lib/retention/rules/inactivity.ts';
import { type Day, dayOf } from '#lib/time.ts';
import { read, type Tx, transaction } from '../client.ts';
import { ACCOUNT_ACTIVITY } from '../engine/purge-accounts.ts';
import { accounts, objects, users } from '../schema/entities.ts';

/** The same marks in one statement of the least that makes them. */
export async function markFloor({ workspaceId, cutoff, day }: { workspaceId: string; cutoff: Day; day: Day }): Promise<number> {
  const marks = sql`
    update ${accounts} a set marked_on = ${day}, cause = 'inactivity'
    where a.workspace_id = ${workspaceId} and a.marked_on is null and a.holds = 0
      and a.indexed_information_day <= ${cutoff} and a.last_information_day <= ${cutoff}`;
  return transaction(workspaceId, async (tx) => (await tx.execute(marks)).count);
}

/** The same marks as an application without an engine makes them: every account is loaded, and each one that is due is saved by itself. */
export async function markRowByRow({ workspaceId, days, day }: { workspaceId: string; days: number; day: Day }): Promise<number> {
  const all = await read(workspaceId, (tx) => tx.select().from(accounts).where(eq(accounts.workspaceId, workspaceId)));
  let marked = 0;
  for (const { id, lastInformationAt, markedOn, holds } of all) {
    const silent = inactiveDays(dayOf(lastInformationAt), day) ?? -1;
    if (markedOn !== null || holds > 0 || silent < days) continue;
    await transaction(workspaceId, (tx) =>
      tx
        .update(accounts)
        .set({ markedOn: day, cause: 'inactivity' })
        .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, id))),
    );
    marked += 1;
  }
  return marked;
}

/** The same deletion by one statement a table. */
export async function purgeFloor(tx: Tx, { workspaceId, markedOn }: { workspaceId: string; markedOn: Day }): Promise<number> {
  const due = sql`a.workspace_id = ${workspaceId} and a.marked_on <= ${markedOn} and a.holds = 0`;
  for (const table of [...ACCOUNT_ACTIVITY, objects, users])
    await tx.execute(
      sql`delete from ${table} x using ${accounts} a where x.workspace_id = ${workspaceId} and x.account_id = a.id and ${due}`,
    );
  return (await tx.execute(sql`delete from ${accounts} a where ${due}`)).count;
}
