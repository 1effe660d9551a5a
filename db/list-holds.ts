import { type SQL, sql } from 'drizzle-orm';
import type { EntityKind } from '#lib/entities/rules/entity-reference.ts';
import type { Day, Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { accounts, collections, holds, objects, users } from './schema/entities.ts';

export type HoldRow = {
  kind: EntityKind;
  id: string;
  account: string;
  account_name: string | null;
  member: string | null;
  collection: string | null;
  reason: string;
  until: Day | null;
  by: string;
  since: Instant;
};

type HoldsAfter = { workspaceId: string; after: { kind: string; id: string } | null; limit: number };

/** The standing holds with what they are on, in the order of their kind and the entity's id. */
export async function listHolds(tx: Tx, { workspaceId, after, limit }: HoldsAfter): Promise<HoldRow[]> {
  const from = after === null ? sql`true` : sql`(h.kind, h.entity_id) > (${after.kind}, ${after.id}::uuid)`;
  return readHolds(tx, workspaceId, sql`${from} order by h.kind, h.entity_id limit ${limit}`);
}

/** The holds that keep an account: its own, and those on its users and objects. */
export async function holdsOfAccount(tx: Tx, { workspaceId, accountId }: { workspaceId: string; accountId: string }): Promise<HoldRow[]> {
  return readHolds(tx, workspaceId, sql`h.account_id = ${accountId} order by h.kind, h.entity_id`);
}

async function readHolds(tx: Tx, workspaceId: string, where: SQL): Promise<HoldRow[]> {
  const rows = await tx.execute<HoldRow>(sql`
    select h.kind, h.entity_id as id, a.external_id as account, a.name as account_name, coalesce(u.external_id, o.external_id) as member,
      c.name as collection, h.reason, h.until, h.by, h.since
    from ${holds} h join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = h.account_id
      left join ${users} u on u.workspace_id = ${workspaceId} and h.kind = 'users' and u.id = h.entity_id
      left join ${objects} o on o.workspace_id = ${workspaceId} and h.kind = 'objects' and o.id = h.entity_id
      left join ${collections} c on c.workspace_id = ${workspaceId} and c.id = o.collection_id
    where h.workspace_id = ${workspaceId} and ${where}`);
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() as Instant }));
}
