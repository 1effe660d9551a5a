import { sql } from 'drizzle-orm';
import { dayOf, type Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { users } from '../schema/entities.ts';
import { TryAgain } from '../try-again.ts';
import { attributesJson, INFORM, type OwnAttributes } from './inform.ts';
import { unnest } from './unnest.ts';

type InformedUser = {
  id: string;
  accountId: string;
  member: string;
  type: string;
  name: string | null;
  own: OwnAttributes;
  namedAt: Instant;
  namedOrder: number;
};

/** As `upsertAccounts`, for users; takes their own marks away (R12). */
export async function upsertUsers(
  tx: Tx,
  { workspaceId, now, rows }: { workspaceId: string; now: Instant; rows: readonly InformedUser[] },
): Promise<void> {
  if (rows.length === 0) return;
  const written = await tx.execute(sql`
    insert into ${users} as t (workspace_id, id, account_id, external_id, name, attributes, named_at, named_order,
      created_at, last_information_at, last_information_type, indexed_information_day)
    select ${workspaceId}::uuid, r.id, r.account_id, r.external_id, r.name, r.attributes::jsonb, r.named_at, r.named_order,
      ${now}::timestamptz, ${now}::timestamptz, r.type, ${dayOf(now)}::date
    from ${unnest(rows, {
      id: ['uuid', (r) => r.id],
      account_id: ['uuid', (r) => r.accountId],
      external_id: ['text', (r) => r.member],
      name: ['text', (r) => r.name],
      attributes: ['text', attributesJson],
      named_at: ['timestamptz', (r) => r.namedAt],
      named_order: ['bigint', (r) => r.namedOrder],
      type: ['text', (r) => r.type],
    })}
    order by r.account_id, r.external_id
    on conflict (workspace_id, account_id, external_id) do update set ${INFORM},
      named_at = excluded.named_at, named_order = excluded.named_order, marked_on = null, cause = null
    where t.id = excluded.id`);
  if (written.count !== rows.length) throw new TryAgain('a user was made by somebody else meanwhile');
}
