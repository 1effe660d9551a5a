import { sql } from 'drizzle-orm';
import type { FoundAccount } from '#lib/ingest/rules/found.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { arrayOf } from './unnest.ts';

type Row = Omit<FoundAccount, 'id'> & { id: string; account: string };

/** Reads and locks accounts, in the order of their identifiers. What is not known is absent from the answer.
 *  A key stays what it is, so the lock lets others refer to the account meanwhile. */
export async function lockAccounts(
  tx: Tx,
  { workspaceId, accounts: names }: { workspaceId: string; accounts: readonly string[] },
): Promise<Map<string, FoundAccount>> {
  if (names.length === 0) return new Map();
  const rows = await tx.execute<Row>(sql`
    select a.external_id as account, a.id, a.name, a.contract_status as "contractStatus", a.contract_value as "contractValue",
      a.parent_id as "parentId", a.cause, a.root_id as "rootId", a.archived_at is not null as archived
    from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.external_id = any(${arrayOf('text', names)})
    order by a.external_id for no key update`);
  return new Map(rows.map(({ account, ...found }) => [account, found]));
}
