import { sql } from 'drizzle-orm';
import type { FoundAccount } from '#lib/ingest/rules/found.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { isOnly } from './is-only.ts';
import { arrayOf } from './unnest.ts';

type Row = Omit<FoundAccount, 'id'> & { id: string; account: string };

/** Reads and locks accounts, in the order of their identifiers. What is not known is absent from the answer.
 *  A key stays what it is, so the lock lets others refer to the account meanwhile.
 *  Looked up one by one, by `limit`: while an import grows the table faster than its statistics, a join would read all of it each time. */
export async function lockAccounts(
  tx: Tx,
  { workspaceId, accounts: names }: { workspaceId: string; accounts: readonly string[] },
): Promise<Map<string, FoundAccount>> {
  if (names.length === 0) return new Map();
  const rows = await tx.execute<Row>(sql`
    select r.external_id as account, a.id, a.name, a.contract_status as "contractStatus", a.contract_value as "contractValue",
      a.parent_id as "parentId", a.cause, a.root_id as "rootId", a.archived_at is not null as archived
    from (select name as external_id from unnest(${arrayOf('text', names)}) as n (name) order by name) r
      cross join lateral (
        select * from ${accounts} a where a.workspace_id = ${workspaceId} and ${isOnly('a.external_id', 'r.external_id')} for no key update
      ) a`);
  return new Map(rows.map(({ account, ...found }) => [account, found]));
}
