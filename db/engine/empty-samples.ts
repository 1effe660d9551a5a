import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { ingestRefusals } from '../schema/ingest.ts';

/** R11. Takes the accounts `a` that `due` is true of out of what was noted of kept-out information: that it came stays, of whom it was does not. */
export async function emptySamples(tx: Tx, { workspaceId, due }: { workspaceId: string; due: SQL }): Promise<void> {
  await tx.execute(sql`
    update ${ingestRefusals} x set account = null, sample = null from ${accounts} a
    where x.workspace_id = ${workspaceId} and x.account = a.external_id and ${due}`);
}
