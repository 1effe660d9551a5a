import { type SQL, sql } from 'drizzle-orm';
import type { AccountFacts, EntityState } from '#lib/entities/rules/entity-answer.ts';
import type { AccountOrder, Direction } from '#lib/entities/rules/entity-order.ts';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { countRows, type ValuedTotal } from './count-rows.ts';
import { arrayOf } from './engine/unnest.ts';
import { allOf, type EntityRow, instantsOf, type KeyPart, type Keyset, pageSql } from './entity-rows.ts';
import { accounts } from './schema/entities.ts';
import { runEffects } from './schema/runs.ts';
import { searchAccounts } from './search-accounts.ts';

/** Which accounts. What is left out does not narrow; `markedBefore` is exclusive. */
export type AccountFilter = {
  state?: EntityState | undefined;
  contractStatus?: string | undefined;
  causes?: readonly MarkCause[] | undefined;
  markedBefore?: Day | undefined;
  q?: string | undefined;
};

export type AccountRow = EntityRow & Pick<AccountFacts, 'contractStatus' | 'contractValue' | 'parent'>;

/** A page of accounts in an order, by key and never by offset. */
export async function readAccounts(
  tx: Tx,
  { workspaceId, filter, order, direction = 'asc', keyset }: AccountsPage,
): Promise<AccountFacts[]> {
  const { beyond, ordered } = pageSql(ORDERS[order], direction, keyset);
  const matching = await accountsMatching(tx, { workspaceId, filter });
  const rows = await tx.execute<AccountRow>(sql`${selectAccounts(workspaceId)} where ${matching} and ${beyond} ${ordered}`);
  const facts = rows.map((row) => ({ ...row, ...instantsOf(row) }));
  return keyset.backwards ? facts.reverse() : facts;
}

export type AccountsPage = { workspaceId: string; filter: AccountFilter; order: AccountOrder; direction?: Direction; keyset: Keyset };

/** Null where the workspace has no such account. */
export async function readAccount(
  tx: Tx,
  { workspaceId, account }: { workspaceId: string; account: string },
): Promise<AccountFacts | null> {
  const where = sql`where a.workspace_id = ${workspaceId} and a.external_id = ${account}`;
  const [row] = await tx.execute<AccountRow>(sql`${selectAccounts(workspaceId)} ${where}`);
  return row ? { ...row, ...instantsOf(row) } : null;
}

type Filtered = { workspaceId: string; filter: AccountFilter };

/** The condition of a filter on accounts `a`. */
export async function accountsMatching(tx: Tx, { workspaceId, filter }: Filtered): Promise<SQL> {
  const { state, contractStatus, causes, markedBefore, q } = filter;
  return allOf([
    sql`a.workspace_id = ${workspaceId}`,
    state ? STATES[state] : null,
    contractStatus === undefined ? null : sql`a.contract_status = ${contractStatus}`,
    causes ? sql`a.cause = any(${arrayOf('text', causes)})` : null,
    markedBefore ? sql`a.marked_on < ${markedBefore}` : null,
    q ? await searchAccounts(tx, { workspaceId, q }) : null,
  ]);
}

/** Counts the accounts of a filter exactly up to `upTo`, and sums their contract values. */
export async function countAccounts(tx: Tx, { upTo, ...filtered }: Filtered & { upTo: number }): Promise<ValuedTotal> {
  const matching = await accountsMatching(tx, filtered);
  return countRows(tx, sql`select a.contract_value as value from ${accounts} a where ${matching}`, upTo);
}

/** The columns of `AccountFacts`, of accounts `a` with their parents and roots. */
export function selectAccounts(workspaceId: string): SQL {
  return sql`
    select a.id, a.external_id as account, a.name, a.attributes, a.contract_status as "contractStatus", a.contract_value as "contractValue",
      p.external_id as parent, a.archived_at is not null as archived, a.holds > 0 as "onHold", a.cause, ${rootOf(workspaceId)} as root,
      a.marked_on as "markedOn", a.last_information_day as "lastInformationDay", a.last_information_at as "lastInformationAt", a.last_information_type as "lastInformationType",
      a.created_at as "createdAt", a.sort_name as "sortName"
    from ${accounts} a
      left join ${accounts} p on p.workspace_id = ${workspaceId} and p.id = a.parent_id
      left join ${accounts} r on r.workspace_id = ${workspaceId} and r.id = a.root_id`;
}

/** Between the purge of a root and that of what it took along, only the list of the run that marked both still knows the root's identifier. */
function rootOf(workspaceId: string): SQL {
  const purged = sql`(select e.account from ${runEffects} e where e.workspace_id = ${workspaceId} and e.day = a.marked_on
    and e.entity_id = a.root_id and e.effect = 'marked' limit 1)`;
  return sql`case when a.root_id is not null then coalesce(r.external_id, ${purged}) end`;
}

/** `marked` comes before `archived`, that before `active`. */
const STATES: Record<EntityState, SQL> = {
  active: sql`a.marked_on is null and a.archived_at is null`,
  archived: sql`a.archived_at is not null and a.marked_on is null`,
  marked: sql`a.marked_on is not null`,
};

const ID: KeyPart = [sql`a.id`, 'uuid'];
const ORDERS: Record<AccountOrder, readonly KeyPart[]> = {
  account: [[sql`a.external_id`, 'text']],
  name: [[sql`a.sort_name`, 'text'], ID],
  purge_day: [[sql`a.marked_on`, 'date'], ID],
  value: [[sql`coalesce(a.contract_value, '-infinity'::float8)`, 'float8'], ID],
};
