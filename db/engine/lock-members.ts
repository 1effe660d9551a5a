import { sql } from 'drizzle-orm';
import { type FoundMember, type FoundUser, objectKey, userKey } from '#lib/ingest/rules/found.ts';
import { instantOf } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { objects, users } from '../schema/entities.ts';
import { unnest } from './unnest.ts';

/** Reads and locks users of accounts that are locked already, by `userKey`. What is not known is absent from the answer.
 *  One by one as in `lockAccounts`, and by a range of one key in the order of one index: where users bear the same identifiers in every
 *  account, the index over all accounts is the wrong one, however cheap it looks. */
export async function lockUsers(
  tx: Tx,
  { workspaceId, users: named }: { workspaceId: string; users: readonly { accountId: string; user: string }[] },
): Promise<Map<string, FoundUser>> {
  if (named.length === 0) return new Map();
  type Row = FoundMember & { accountId: string; user: string; namedAt: string; namedOrder: string };
  const rows = await tx.execute<Row>(sql`
    select u.account_id as "accountId", u.external_id as user, u.id, u.name, u.marked_on is not null as marked,
      u.named_at as "namedAt", u.named_order as "namedOrder"
    from (
        select * from ${unnest(named, { account_id: ['uuid', (n) => n.accountId], external_id: ['text', (n) => n.user] })} order by 1, 2
      ) r
      cross join lateral (
        select * from ${users} u where u.workspace_id = ${workspaceId}
          and (u.account_id, u.external_id) >= (r.account_id, r.external_id) and (u.account_id, u.external_id) <= (r.account_id, r.external_id)
        order by u.account_id, u.external_id limit 1 for no key update
      ) u`);
  return new Map(
    rows.map(({ accountId, user, namedAt, namedOrder, ...found }) => [
      userKey(accountId, user),
      { ...found, namedAt: instantOf(Date.parse(namedAt)), namedOrder: Number(namedOrder) },
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
    from (
        select * from ${unnest(named, {
          account_id: ['uuid', (n) => n.accountId],
          collection_id: ['uuid', (n) => n.collectionId],
          external_id: ['text', (n) => n.object],
        })} order by 1, 2, 3
      ) r
      cross join lateral (
        select * from ${objects} o where o.workspace_id = ${workspaceId}
          and (o.account_id, o.collection_id, o.external_id) >= (r.account_id, r.collection_id, r.external_id)
          and (o.account_id, o.collection_id, o.external_id) <= (r.account_id, r.collection_id, r.external_id)
        order by o.account_id, o.collection_id, o.external_id limit 1 for no key update
      ) o`);
  return new Map(rows.map(({ accountId, collectionId, object, ...found }) => [objectKey(accountId, collectionId, object), found]));
}
