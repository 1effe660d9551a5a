import { type SQL, sql } from 'drizzle-orm';
import type { Step } from '#lib/retention/rules/plan.ts';
import { accounts } from '../schema/entities.ts';
import { isDue } from './chunk.ts';
import { memberTable, ofCollection } from './mark-members.ts';

/** The head of a statement: its CTE `due` (kind, id, last_information_day) holds whatever the marking steps of a plan would mark as the marks stand,
 *  each under the kind under which a run counts it: accounts of an own cause, sub-accounts that go along with them, then users and objects of the rest. */
export function dueOfDay(workspaceId: string, steps: readonly Step[]): SQL {
  const own = steps.find((step) => step.name === 'mark-accounts');
  const cascades = steps.some((step) => step.name === 'cascade');
  const members = steps.filter((step) => step.name === 'mark-members');
  return sql`
    with recursive roots as materialized (${own ? dueAccounts(workspaceId, own) : sql`select null::uuid as id where false`}),
    below as (
      select id, true as open from roots
      union
      select c.id, c.marked_on is null as open from below
        join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = below.id and c.holds = 0 where ${cascades}::boolean
    ),
    taken as materialized (select distinct id from below where open),
    due as (
      select ${own?.kind ?? 'accounts'}::text as kind, a.id, a.last_information_day from taken
        join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = taken.id
      ${sql.join(
        members.map((step) => sql`union all ${dueMembers(workspaceId, step)}`),
        sql` `,
      )}
    )`;
}

function dueAccounts(workspaceId: string, { kind, due, from }: Extract<Step, { name: 'mark-accounts' }>): SQL {
  return sql`select a.id from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.marked_on is null and a.holds = 0 and a.indexed_information_day between ${from} and ${due.cutoff}
      and ${kind === 'accounts' ? sql`true` : sql`a.contract_status in ('free', 'unknown')`} and ${isDue('a', due)}`;
}

function dueMembers(workspaceId: string, { members, from, due }: Extract<Step, { name: 'mark-members' }>): SQL {
  return sql`select ${members.kind}::text as kind, m.id, m.last_information_day from ${memberTable(members)} m
    join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and m.marked_on is null and m.holds = 0
      and m.indexed_information_day between ${from} and ${due.cutoff} and ${isDue('m', due)}
      and a.marked_on is null and not a.held and not exists (select 1 from taken where taken.id = a.id)`;
}
