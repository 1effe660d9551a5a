import { type SQL, sql } from 'drizzle-orm';
import { type EntityKind, referenceText } from '#lib/entities/rules/entity-reference.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts, collections, objects, users } from '../schema/entities.ts';
import { moveClockTo } from './inform.ts';
import { arrayOf } from './unnest.ts';

/** `wasMarked`: it lost a mark of its own just now; somebody else may have revived it meanwhile. */
export type RevivedRow = { id: string; accountId: string; entity: string; wasMarked: boolean };

/** R12, R1. A person's revive counts as information for these entities; users and objects lose the marks of their own. The marks of accounts are
 *  `unmarkAccounts`' to take, before. What is gone is left out of the answer. */
export async function reviveRows(
  tx: Tx,
  { workspaceId, kind, ids, at }: { workspaceId: string; kind: EntityKind; ids: readonly string[]; at: Instant },
): Promise<RevivedRow[]> {
  if (ids.length === 0) return [];
  const { table, key, from, columns } = SHAPES[kind](workspaceId);
  const rows = await tx.execute<Row>(sql`
    with locked as (
      select t.id, t.marked_on is not null as marked, ${columns} from ${table} t ${from}
      where t.workspace_id = ${workspaceId} and t.id = any(${arrayOf('uuid', ids)}) order by ${key} for no key update of t
    )
    update ${table} t set ${kind === 'accounts' ? sql`` : sql`marked_on = null, cause = null,`}
      ${moveClockTo(at, 'revive')}
    from locked where t.workspace_id = ${workspaceId} and t.id = locked.id
    returning locked.*`);
  return rows.map((row) => ({ id: row.id, accountId: row.account_id, entity: entityOf(kind, row), wasMarked: row.marked }));
}

type Row = { id: string; marked: boolean; account_id: string; account: string; member: string; collection: string };

function entityOf(kind: EntityKind, { account, member, collection }: { account: string; member: string; collection: string }): string {
  if (kind === 'accounts') return referenceText({ kind, account });
  return kind === 'users' ? referenceText({ kind, account, user: member }) : referenceText({ kind, collection, account, object: member });
}

type Shape = { table: typeof accounts | typeof users | typeof objects; key: SQL; from: SQL; columns: SQL };

const ofAccount = (workspaceId: string) => sql`join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = t.account_id`;
const MEMBER = sql.raw('t.account_id, a.external_id as account, t.external_id as member');

const SHAPES: Record<EntityKind, (workspaceId: string) => Shape> = {
  accounts: () => ({
    table: accounts,
    key: sql`t.external_id`,
    from: sql``,
    columns: sql`t.id as account_id, t.external_id as account, null as member, null as collection`,
  }),
  users: (workspaceId) => ({
    table: users,
    key: sql`t.account_id, t.external_id`,
    from: ofAccount(workspaceId),
    columns: sql`${MEMBER}, null as collection`,
  }),
  objects: (workspaceId) => ({
    table: objects,
    key: sql`t.account_id, t.external_id`,
    from: sql`${ofAccount(workspaceId)} join ${collections} c on c.workspace_id = ${workspaceId} and c.id = t.collection_id`,
    columns: sql`${MEMBER}, c.name as collection`,
  }),
};
