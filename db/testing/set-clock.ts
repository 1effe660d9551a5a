import { sql } from 'drizzle-orm';
import { transaction } from '../client.ts';

/** Moves the clock of a test workspace alone: time goes by, and no daily process runs. */
export async function setClock(workspaceId: string, at: string): Promise<void> {
  await transaction(workspaceId, (tx) =>
    tx.execute(sql`update workspaces set test_clock_at = ${at}::timestamptz where id = ${workspaceId}`),
  );
}
