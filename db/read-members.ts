import { type SQL, sql } from 'drizzle-orm';
import type { EntityState, MemberFacts } from '#lib/entities/rules/entity-answer.ts';
import type { Direction, MemberOrder } from '#lib/entities/rules/entity-order.ts';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { countRows, type ValuedTotal } from './count-rows.ts';
import { arrayOf } from './engine/unnest.ts';
import { allOf, type EntityRow, instantsOf, type KeyPart, type Keyset, pageSql } from './entity-rows.ts';
import { accounts, collections, objects, users } from './schema/entities.ts';
import { beginning, containing } from './search-accounts.ts';

/** Which users or objects. What is left out does not narrow; `markedBefore` is exclusive. */
export type MemberFilter = {
  state?: EntityState | undefined;
  /** Has a mark of its own, whatever its account has; `state` is not asked for then. */
  ownMark?: boolean | undefined;
  account?: string | undefined;
  /** The sender's identifier. */
  member?: string | undefined;
  collection?: string | undefined;
  contractStatus?: string | undefined;
  causes?: readonly MarkCause[] | undefined;
  markedBefore?: Day | undefined;
  q?: string | undefined;
};

export type MembersPage = {
  workspaceId: string;
  kind: 'users' | 'objects';
  filter: MemberFilter;
  order: MemberOrder;
  direction?: Direction;
  keyset: Keyset;
};

type Row = EntityRow & Pick<MemberFacts, 'member' | 'collection' | 'collectionId'>;

/** A page of users or objects in an order, by key and never by offset. */
export async function readMembers(tx: Tx, page: MembersPage): Promise<MemberFacts[]> {
  const rows = await tx.execute<Row>(membersPageSql(page));
  const facts = rows.map((row) => ({ ...row, ...instantsOf(row) }));
  return page.keyset.backwards ? facts.reverse() : facts;
}

function membersPageSql({ workspaceId, kind, filter, order, direction = 'asc', keyset }: MembersPage): SQL {
  const { beyond, ordered } = pageSql(ORDERS[order], direction, keyset);
  const collection =
    kind === 'users' ? sql`null::text as collection, null::uuid as "collectionId"` : sql`c.name as collection, c.id as "collectionId"`;
  return sql`
    select m.id, a.external_id as account, m.external_id as member, ${collection}, m.name, m.attributes,
      a.archived_at is not null as archived, m.holds > 0 or a.held as "onHold",
      case when m.marked_on is not null then m.cause when a.marked_on is not null then 'parent' end as cause,
      case when m.marked_on is null and a.marked_on is not null then a.external_id end as root, coalesce(m.marked_on, a.marked_on) as "markedOn",
      m.last_information_day as "lastInformationDay", m.last_information_at as "lastInformationAt", m.last_information_type as "lastInformationType", m.created_at as "createdAt",
      m.sort_name as "sortName"
    ${fromMembers(workspaceId, kind)} where ${membersMatching(workspaceId, kind, filter)} and ${beyond} ${ordered}`;
}

/** Users or objects `m` with their account `a` and, of objects, the collection `c`. */
export function fromMembers(workspaceId: string, kind: 'users' | 'objects'): SQL {
  const collection = sql`join ${collections} c on c.workspace_id = ${workspaceId} and c.id = m.collection_id`;
  return sql`from ${kind === 'users' ? users : objects} m join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id
    ${kind === 'users' ? sql`` : collection}`;
}

/** Counts the users or objects of a filter exactly up to `upTo`. Their accounts are read only where the filter asks for something of them. */
export function countMembersOf(
  tx: Tx,
  { workspaceId, kind, filter, upTo }: Pick<MembersPage, 'workspaceId' | 'kind' | 'filter'> & { upTo: number },
): Promise<ValuedTotal> {
  const { state, ownMark, contractStatus, q } = filter;
  const alone = (state === undefined || ownMark) && contractStatus === undefined && q === undefined;
  const from = alone ? sql`from ${kind === 'users' ? users : objects} m` : fromMembers(workspaceId, kind);
  return countRows(tx, sql`select null::float8 as value ${from} where ${membersMatching(workspaceId, kind, filter)}`, upTo);
}

/** The condition of a filter on what `fromMembers` gives. */
export function membersMatching(workspaceId: string, kind: 'users' | 'objects', filter: MemberFilter): SQL {
  const { state, ownMark, account, member, collection, contractStatus, causes, markedBefore, q } = filter;
  return allOf([
    sql`m.workspace_id = ${workspaceId}`,
    ownMark ? sql`m.marked_on is not null` : state ? STATES[state] : null,
    account === undefined
      ? null
      : sql`m.account_id = (select x.id from ${accounts} x where x.workspace_id = ${workspaceId} and x.external_id = ${account})`,
    member === undefined ? null : sql`m.external_id = ${member}`,
    collection === undefined || kind === 'users'
      ? null
      : sql`m.collection_id = (select x.id from ${collections} x where x.workspace_id = ${workspaceId} and x.name = ${collection})`,
    contractStatus === undefined ? null : sql`a.contract_status = ${contractStatus}`,
    causes ? sql`m.cause = any(${arrayOf('text', causes)})` : null,
    markedBefore ? sql`m.marked_on < ${markedBefore}` : null,
    q
      ? sql`(m.name ilike ${containing(q)} or m.external_id like ${beginning(q)} or a.external_id like ${beginning(q)} or a.name ilike ${containing(q)})`
      : null,
  ]);
}

const STATES: Record<EntityState, SQL> = {
  active: sql`m.marked_on is null and a.marked_on is null and a.archived_at is null`,
  archived: sql`a.archived_at is not null and m.marked_on is null and a.marked_on is null`,
  marked: sql`(m.marked_on is not null or a.marked_on is not null)`,
};

const ID: KeyPart = [sql`m.id`, 'uuid'];
const EXTERNAL_ID: KeyPart = [sql`m.external_id`, 'text'];
const ORDERS: Record<MemberOrder, readonly KeyPart[]> = {
  user: [EXTERNAL_ID, ID],
  object: [[sql`m.collection_id`, 'uuid'], EXTERNAL_ID, ID],
  name: [[sql`m.sort_name`, 'text'], ID],
  purge_day: [[sql`m.marked_on`, 'date'], ID],
};
