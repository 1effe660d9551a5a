import { type SQL, sql } from 'drizzle-orm';
import type { Members, Step } from '#lib/retention/rules/plan.ts';
import type { Instant } from '#lib/time.ts';
import { accounts } from '../schema/entities.ts';
import { alongOfShown } from './along-of-shown.ts';
import { dueOfDay } from './due-of-day.ts';
import { type ExampleRow, HIGHEST_FIRST } from './example-row.ts';
import { memberTable } from './mark-members.ts';

/** One mark of a plan, with the account's standing. */
export type MarkRow = ExampleRow & {
  last_information_at: Instant;
  own: boolean;
  /** R10. Whose mark takes it along; null where it is marked for a cause of its own. */
  root: string | null;
  /** R10. What goes along with an account; null of users and objects. */
  users: number | null;
  objects: number | null;
  sub_accounts: number;
};

type MarksOfKind = { workspaceId: string; steps: readonly Step[]; kind: string; kinds: readonly Members[] };

/** The statement of all that a plan marks of one kind, as `MarkRow`, the highest contract values first. */
export function marksOfKind(query: MarksOfKind): SQL {
  const { workspaceId, steps } = query;
  const along = alongOfShown({ workspaceId, steps, whole: true });
  return sql`${dueOfDay(workspaceId, steps)}, shown as materialized (${dueRows(query)}), ${along.ctes}
    select account, member, name, contract_status, contract_value, last_information_at, own, ${along.columns}
    from shown ${along.joins} order by ${HIGHEST_FIRST}`;
}

/** After `dueOfDay`: its rows of one kind with what is shown of them; with `limit`, the highest contract values of them. `offset 0` keeps the kind out of how they are
 *  found: with it, the full join that leaves members of marked accounts out becomes one of each row with each. */
export function dueRows({ workspaceId, kind, kinds, limit }: Omit<MarksOfKind, 'steps'> & { limit?: number }): SQL {
  const members = kinds.find((k) => k.kind === kind);
  const chosen = limit === undefined ? sql`` : sql`order by ${HIGHEST_FIRST} limit ${limit}`;
  return sql`select due.kind, due.contract_status, due.contract_value, due.account, due.member, e.name, e.last_information_at, due.id, due.own
    from (select * from (select * from due offset 0) due where kind = ${kind} ${chosen}) due
      join ${members ? memberTable(members) : accounts} e on e.workspace_id = ${workspaceId} and e.id = due.id`;
}
