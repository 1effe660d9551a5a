import { type SQL, sql } from 'drizzle-orm';
import type { Step } from '#lib/retention/rules/plan.ts';
import { accounts } from '../schema/entities.ts';
import { isDue } from './chunk.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { isOpen, isOpenMember, keepsMembers, memberNotHeld, notHeld, stateOfDay, staysAfterPurge, stepOf } from './state-of-day.ts';

/** The head of a statement, up to its CTEs `taken` (accounts that are marked: `own` for a cause of their own, else along) and `due` (kind, id, own,
 *  last_information_day, and status, value and identifiers): whatever a plan marks, each under the kind under which a run counts it. Conditions and order are those
 *  of the run's own statements. */
export function dueOfDay(workspaceId: string, steps: readonly Step[]): SQL {
  const own = stepOf(steps, 'mark-accounts');
  const cascades = stepOf(steps, 'cascade') !== undefined;
  const members = steps.filter((step) => step.name === 'mark-members');
  const childrenOf = (above: string) => sql`select ${ofAccount('c')}, ${isOpen('c')} as open
    from ${sql.raw(above)} above join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = above.id
    where ${cascades}::boolean and ${notHeld('c')} and ${staysAfterPurge('c', steps)}`;
  return sql`
    with recursive ${stateOfDay(workspaceId, steps)},
    roots as materialized (${own ? dueAccounts(workspaceId, own) : nobody(workspaceId)}),
    below as (${childrenOf('roots')} union ${childrenOf('below')}),
    taken as materialized (
      select ${FOUND}, true as own from roots
      union all
      select ${FOUND}, false from ${without('(select * from below where open)', 'id', 'roots')}
    ),
    due as (
      select ${own?.kind ?? 'accounts'}::text as kind, own, ${FOUND}, null::text as member from taken
      ${sql.join(
        members.map((step) => sql`union all ${dueMembers(workspaceId, step)}`),
        sql` `,
      )}
    )`;
}

/** What is read of an account. Only once: to look up again what is due takes longer than to find it. */
function ofAccount(alias: string): SQL {
  const a = sql.raw(alias);
  return sql`${a}.id, ${a}.last_information_day, ${a}.contract_status, ${a}.contract_value, ${a}.external_id as account`;
}

const FOUND = sql.raw('id, last_information_day, contract_status, contract_value, account');
const nobody = (workspaceId: string) => sql`select ${ofAccount('a')} from ${accounts} a where a.workspace_id = ${workspaceId} and false`;

/** Accounts that are due for a cause of their own: from the range of the due index, and those that a lift or the end of a hold makes ready for it. */
function dueAccounts(workspaceId: string, { kind, due, from }: Extract<Step, { name: 'mark-accounts' }>): SQL {
  const expiring = kind === 'accounts' ? sql`true` : sql`a.contract_status in ('free', 'unknown')`;
  return sql`
    select ${ofAccount('a')} from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.marked_on is null and a.holds = 0 and ${expiring}
      and a.indexed_information_day between ${from} and ${due.cutoff} and ${isDue('a', due)}
    union all
    select ${ofAccount('a')} from (select id from lifted union select id from freed) ready
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = ready.id
    where (a.marked_on is not null or a.holds > 0) and ${isOpen('a')} and ${notHeld('a')} and ${expiring} and ${isDue('a', due)}`;
}

function dueMembers(workspaceId: string, { members, due, from }: Extract<Step, { name: 'mark-members' }>): SQL {
  const table = memberTable(members);
  const free = sql`a.workspace_id = ${workspaceId} and a.id = m.account_id and ${isOpen('a')} and not ${keepsMembers('a')}`;
  const read = sql`${members.kind}::text as kind, true as own, m.id, m.last_information_day, a.contract_status, a.contract_value, a.external_id as account,
    m.external_id as member, m.account_id`;
  const found = sql`(
    select ${read} from ${table} m join ${accounts} a on ${free}
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and m.marked_on is null and m.holds = 0
      and m.indexed_information_day between ${from} and ${due.cutoff} and ${isDue('m', due)}
    union all
    select ${read} from (select id from lifted_members where kind = ${members.kind} union select id from freed_members) ready
      join ${table} m on m.workspace_id = ${workspaceId} and m.id = ready.id and ${ofCollection('m', members)}
      join ${accounts} a on ${free}
    where (m.marked_on is not null or m.holds > 0) and ${memberNotHeld('m')} and ${isOpenMember('m')} and ${isDue('m', due)}
  )`;
  return sql`select found.kind, found.own, ${FOUND}, member from ${without(found, 'account_id', 'taken')}`;
}

/** The rows of `found` whose `key` is no id of a CTE. A full join, since that cannot be done by comparing each with each, as an anti join is where the statistics
 *  are older than the rows (31,000 times 20,000 after an import, 19 s). */
export function without(found: SQL | string, key: string, cte: string): SQL {
  const rows = typeof found === 'string' ? sql.raw(found) : found;
  return sql`${rows} found full join (select id as without_id from ${sql.raw(cte)}) w on w.without_id = found.${sql.raw(key)} where w.without_id is null`;
}
