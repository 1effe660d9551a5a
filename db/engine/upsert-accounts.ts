import { sql } from 'drizzle-orm';
import { dayOf, type Instant } from '#lib/time.ts';
import { sqlState, type Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { TryAgain } from '../try-again.ts';
import { attributesJson, INFORM, type OwnAttributes } from './inform.ts';
import { unnest } from './unnest.ts';

const FOREIGN_KEY_VIOLATION = '23503';

export type InformedAccount = {
  id: string;
  account: string;
  type: string;
  name: string | null;
  contractStatus: string;
  contractValue: number | null;
  parentId: string | null;
  own: OwnAttributes;
};

/** Makes the accounts that are new and writes what was heard of the others, which are locked already; takes no mark away.
 *  Where another transaction made one of the new ones meanwhile, this one begins anew; so it does where a row names that one as its parent, by an id that nobody has. */
export async function upsertAccounts(
  tx: Tx,
  { workspaceId, now, rows }: { workspaceId: string; now: Instant; rows: readonly InformedAccount[] },
): Promise<void> {
  if (rows.length === 0) return;
  const written = await tx
    .execute(sql`
    insert into ${accounts} as t (workspace_id, id, external_id, name, attributes, contract_status, contract_value, parent_id,
      created_at, last_information_at, last_information_type, indexed_information_day)
    select ${workspaceId}::uuid, r.id, r.external_id, r.name, r.attributes::jsonb, r.contract_status, r.contract_value, r.parent_id,
      ${now}::timestamptz, ${now}::timestamptz, r.type, ${dayOf(now)}::date
    from ${unnest(rows, {
      id: ['uuid', (r) => r.id],
      external_id: ['text', (r) => r.account],
      name: ['text', (r) => r.name],
      attributes: ['text', attributesJson],
      contract_status: ['text', (r) => r.contractStatus],
      contract_value: ['float8', (r) => r.contractValue],
      parent_id: ['uuid', (r) => r.parentId],
      type: ['text', (r) => r.type],
    })}
    order by r.external_id
    on conflict (workspace_id, external_id) do update set ${INFORM},
      contract_status = excluded.contract_status,
      contract_value = excluded.contract_value,
      parent_id = excluded.parent_id,
      archived_at = null
    where t.id = excluded.id`)
    .catch((error: unknown) => {
      throw sqlState(error) === FOREIGN_KEY_VIOLATION ? new TryAgain('a parent was made by somebody else meanwhile') : error;
    });
  if (written.count !== rows.length) throw new TryAgain('an account was made by somebody else meanwhile');
}
