import { type SQL, sql } from 'drizzle-orm';
import type { EntityKind, EntityReference } from '#lib/entities/rules/entity-reference.ts';
import type { MarkedSet } from '#lib/retention/rules/marked-query.ts';
import type { Tx } from './client.ts';
import { arrayOf, unnest } from './engine/unnest.ts';
import { accountsMatching } from './read-accounts.ts';
import { fromMembers, membersMatching } from './read-members.ts';
import { accounts, collections, objects, users } from './schema/entities.ts';

/** `marked`: for a cause of its own, or (an account) because it went along. `along`: a user or object whose account alone is marked. */
type FoundMark = { id: string; mark: 'marked' | 'along' | 'none' };

/** How entities of one kind stand, in the order in which they are named; null for what is not known. */
export async function findMarked(
  tx: Tx,
  { workspaceId, kind, references }: { workspaceId: string; kind: EntityKind; references: readonly EntityReference[] },
): Promise<(FoundMark | null)[]> {
  const named = unnest(
    references.map((reference, i) => ({ i, collection: null, member: null, ...partsOf(reference) })),
    {
      i: ['integer', (r) => r.i],
      account: ['text', (r) => r.account],
      member: ['text', (r) => r.member],
      collection: ['text', (r) => r.collection],
    },
  );
  const rows = await tx.execute<FoundMark & { i: number }>(FIND[kind](workspaceId, named));
  const found = new Map(rows.map(({ i, id, mark }) => [i, { id, mark }]));
  return references.map((_, i) => found.get(i) ?? null);
}

/** The ids of what a set of marked entities holds, as a statement. */
export async function markedIds(tx: Tx, { workspaceId, set }: { workspaceId: string; set: MarkedSet }): Promise<SQL> {
  const { entity, filter } = set;
  if (entity === 'accounts') return sql`select a.id from ${accounts} a where ${await accountsMatching(tx, { workspaceId, filter })}`;
  return sql`select m.id ${fromMembers(workspaceId, entity)} where ${membersMatching(workspaceId, entity, filter)}`;
}

/** At most `limit` of what a statement of ids gives. */
export async function readIds(tx: Tx, { ids, limit }: { ids: SQL; limit: number }): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`${ids} limit ${limit}`);
  return rows.map(({ id }) => id);
}

function partsOf(reference: EntityReference): { account: string; member?: string; collection?: string } {
  if (reference.kind === 'users') return { account: reference.account, member: reference.user };
  return reference.kind === 'objects'
    ? { account: reference.account, member: reference.object, collection: reference.collection }
    : { account: reference.account };
}

const MEMBER_MARK = sql.raw(
  `case when m.marked_on is not null then 'marked' when a.marked_on is not null then 'along' else 'none' end as mark`,
);

const FIND: Record<EntityKind, (workspaceId: string, named: SQL) => SQL> = {
  accounts: (workspaceId, named) => sql`
    select r.i, a.id, case when a.marked_on is not null then 'marked' else 'none' end as mark from ${named}
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.external_id = r.account`,
  users: (workspaceId, named) => sql`
    select r.i, m.id, ${MEMBER_MARK} from ${named}
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.external_id = r.account
      join ${users} m on m.workspace_id = ${workspaceId} and m.account_id = a.id and m.external_id = r.member`,
  objects: (workspaceId, named) => sql`
    select r.i, m.id, ${MEMBER_MARK} from ${named}
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.external_id = r.account
      join ${collections} c on c.workspace_id = ${workspaceId} and c.name = r.collection
      join ${objects} m on m.workspace_id = ${workspaceId} and m.account_id = a.id and m.collection_id = c.id and m.external_id = r.member`,
};

/** The accounts of these entities; of accounts, themselves. */
export async function accountIdsOf(
  tx: Tx,
  { workspaceId, kind, ids }: { workspaceId: string; kind: EntityKind; ids: readonly string[] },
): Promise<readonly string[]> {
  if (kind === 'accounts') return ids;
  const table = kind === 'users' ? users : objects;
  const rows = await tx.execute<{ id: string }>(
    sql`select distinct m.account_id as id from ${table} m where m.workspace_id = ${workspaceId} and m.id = any(${arrayOf('uuid', ids)})`,
  );
  return rows.map(({ id }) => id);
}
