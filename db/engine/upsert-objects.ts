import { sql } from 'drizzle-orm';
import { dayOf, type Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { objects } from '../schema/entities.ts';
import { TryAgain } from '../try-again.ts';
import { attributesJson, INFORM, type OwnAttributes } from './inform.ts';
import { unnest } from './unnest.ts';

type InformedObject = {
  id: string;
  accountId: string;
  collectionId: string;
  member: string;
  type: string;
  name: string | null;
  own: OwnAttributes;
};

/** As `upsertUsers`, for objects of any collections. */
export async function upsertObjects(
  tx: Tx,
  { workspaceId, now, rows }: { workspaceId: string; now: Instant; rows: readonly InformedObject[] },
): Promise<void> {
  if (rows.length === 0) return;
  const written = await tx.execute(sql`
    insert into ${objects} as t (workspace_id, id, account_id, collection_id, external_id, name, attributes,
      created_at, last_information_at, last_information_type, indexed_information_day)
    select ${workspaceId}::uuid, r.id, r.account_id, r.collection_id, r.external_id, r.name, r.attributes::jsonb,
      ${now}::timestamptz, ${now}::timestamptz, r.type, ${dayOf(now)}::date
    from ${unnest(rows, {
      id: ['uuid', (r) => r.id],
      account_id: ['uuid', (r) => r.accountId],
      collection_id: ['uuid', (r) => r.collectionId],
      external_id: ['text', (r) => r.member],
      name: ['text', (r) => r.name],
      attributes: ['text', attributesJson],
      type: ['text', (r) => r.type],
    })}
    order by r.account_id, r.external_id
    on conflict (workspace_id, account_id, collection_id, external_id) do update set ${INFORM}, marked_on = null, cause = null
    where t.id = excluded.id`);
  if (written.count !== rows.length) throw new TryAgain('an object was made by somebody else meanwhile');
}
