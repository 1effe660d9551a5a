import { type SQL, sql } from 'drizzle-orm';
import type { Step } from '#lib/retention/rules/plan.ts';
import { accounts } from '../schema/entities.ts';
import { isDue } from './chunk.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { isOpen, keepsMembers, liftedMembers, memberNotHeld, notHeld, stateOfDay, staysAfterPurge, stepOf } from './state-of-day.ts';

/** The head of a statement, up to its CTEs `taken` (accounts that are marked: `own` for a cause of their own, else along) and `due` (kind, id, own,
 *  last_information_day): whatever a plan marks, each under the kind under which a run counts it. Conditions and order are those of the run's own statements. */
export function dueOfDay(workspaceId: string, steps: readonly Step[]): SQL {
  const own = stepOf(steps, 'mark-accounts');
  const cascades = stepOf(steps, 'cascade') !== undefined;
  const members = steps.filter((step) => step.name === 'mark-members');
  return sql`
    with recursive ${stateOfDay(workspaceId, steps)},
    below as (
      select id, last_information_day, true as own, true as open from (${own ? dueAccounts(workspaceId, own) : NOBODY}) roots
      union
      select c.id, c.last_information_day, false, ${isOpen('c')} from below
        join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = below.id
      where ${cascades}::boolean and ${notHeld('c')} and ${staysAfterPurge('c', steps)}
    ),
    taken as materialized (select id, last_information_day, bool_or(own) as own from below where open group by id, last_information_day),
    due as (
      select ${own?.kind ?? 'accounts'}::text as kind, id, own, last_information_day from taken
      ${sql.join(
        members.map((step) => sql`union all ${dueMembers(workspaceId, steps, step)}`),
        sql` `,
      )}
    )`;
}

const NOBODY = sql`select null::uuid as id, null::date as last_information_day where false`;

/** Accounts that are due for a cause of their own: from the range of the due index, and those that a lift or the end of a hold makes ready for it. */
function dueAccounts(workspaceId: string, { kind, due, from }: Extract<Step, { name: 'mark-accounts' }>): SQL {
  const expiring = kind === 'accounts' ? sql`true` : sql`a.contract_status in ('free', 'unknown')`;
  return sql`
    select a.id, a.last_information_day from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.marked_on is null and a.holds = 0 and ${expiring}
      and a.indexed_information_day between ${from} and ${due.cutoff} and ${isDue('a', due)}
    union
    select a.id, a.last_information_day from (select id from lifted union select id from freed) ready
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = ready.id
    where ${isOpen('a')} and ${notHeld('a')} and ${expiring} and ${isDue('a', due)}`;
}

function dueMembers(workspaceId: string, steps: readonly Step[], { members, due, from }: Extract<Step, { name: 'mark-members' }>): SQL {
  const table = memberTable(members);
  const free = sql`a.workspace_id = ${workspaceId} and ${isOpen('a')} and not ${keepsMembers('a')}
      and not exists (select 1 from taken where taken.id = a.id)`;
  return sql`(
    select ${members.kind}::text as kind, m.id, true as own, m.last_information_day from ${table} m join ${accounts} a on a.id = m.account_id and ${free}
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and m.marked_on is null and m.holds = 0
      and m.indexed_information_day between ${from} and ${due.cutoff} and ${isDue('m', due)}
    union
    select ${members.kind}::text, m.id, true, m.last_information_day
    from (select id from (${liftedMembers(workspaceId, members, steps)}) l union select id from freed_members) ready
      join ${table} m on m.workspace_id = ${workspaceId} and m.id = ready.id and ${ofCollection('m', members)}
      join ${accounts} a on a.id = m.account_id and ${free}
    where ${memberNotHeld('m')} and (m.marked_on is null or m.id in (${liftedMembers(workspaceId, members, steps)})) and ${isDue('m', due)}
  )`;
}
