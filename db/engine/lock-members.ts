import { sql } from 'drizzle-orm';
import { type FoundMember, type FoundUser, objectKey, userKey } from '#lib/ingest/rules/found.ts';
import { type Instant, instantOf } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { objects, users } from '../schema/entities.ts';
import { unnest } from './unnest.ts';

/** Reads and locks users of accounts that are locked already, by `userKey`. What is not known is absent from the answer. */
export async function lockUsers(
  tx: Tx,
  { workspaceId, users: named }: { workspaceId: string; users: readonly { accountId: string; user: string }[] },
): Promise<Map<string, FoundUser>> {
  if (named.length === 0) return new Map();
  type Row = FoundMember & { accountId: string; user: string; namedAt: string; namedOrder: number };
  const rows = await tx.execute<Row>(sql`
    select u.account_id as "accountId", u.external_id as user, u.id, u.name, u.marked_on is not null as marked,
      u.named_at as "namedAt", u.named_order as "namedOrder"
    from ${unnest(named, { account_id: ['uuid', (n) => n.accountId], external_id: ['text', (n) => n.user] })}
      join ${users} u on u.workspace_id = ${workspaceId} and u.account_id = r.account_id and u.external_id = r.external_id
    where u.workspace_id = ${workspaceId} order by u.account_id, u.external_id for no key update of u`);
  return new Map(
    rows.map(({ accountId, user, namedAt, ...found }) => [
      userKey(accountId, user),
      { ...found, namedAt: instantOf(Date.parse(namedAt)) as Instant },
    ]),
  );
}

type NamedObject = { accountId: string; collectionId: string; object: string };

/** As `lockUsers`, for objects of any collections. */
export async function lockObjects(
  tx: Tx,
  { workspaceId, objects: named }: { workspaceId: string; objects: readonly NamedObject[] },
): Promise<Map<string, FoundMember>> {
  if (named.length === 0) return new Map();
  const rows = await tx.execute<FoundMember & NamedObject>(sql`
    select o.account_id as "accountId", o.collection_id as "collectionId", o.external_id as object, o.id, o.name,
      o.marked_on is not null as marked
    from ${unnest(named, {
      account_id: ['uuid', (n) => n.accountId],
      collection_id: ['uuid', (n) => n.collectionId],
      external_id: ['text', (n) => n.object],
    })}
      join ${objects} o on o.workspace_id = ${workspaceId} and o.account_id = r.account_id and o.collection_id = r.collection_id
        and o.external_id = r.external_id
    where o.workspace_id = ${workspaceId} order by o.account_id, o.external_id for no key update of o`);
  return new Map(rows.map(({ accountId, collectionId, object, ...found }) => [objectKey(accountId, collectionId, object), found]));
}
