import { type SQL, sql } from 'drizzle-orm';
import type { Members, Step } from '#lib/retention/rules/plan.ts';
import type { Instant } from '#lib/time.ts';
import { accounts } from '../schema/entities.ts';
import { alongOfShown } from './along-of-shown.ts';
import { dueOfDay } from './due-of-day.ts';
import { memberTable } from './mark-members.ts';

/** One mark of a plan, with the account's standing. */
export type MarkRow = {
  account: string;
  member: string | null;
  name: string | null;
  contract_status: string;
  contract_value: number | null;
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
  const { workspaceId, steps, kinds } = query;
  const along = alongOfShown({ workspaceId, steps, kinds });
  return sql`${dueOfDay(workspaceId, steps)}, shown as materialized (${dueRows(query)}), ${along.ctes}
    select account, member, name, contract_status, contract_value, last_information_at, own, ${along.columns}
    from shown ${along.joins} order by ${HIGHEST_FIRST}`;
}

/** After `dueOfDay`: its rows of one kind with what is shown of them. */
export function dueRows({ workspaceId, kind, kinds }: Omit<MarksOfKind, 'steps'>): SQL {
  const members = kinds.find((k) => k.kind === kind);
  if (!members)
    return sql`select a.contract_status, a.contract_value, a.external_id as account, null::text as member, a.name, a.last_information_at, a.id, due.own
      from due join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = due.id where due.kind = ${kind}`;
  return sql`select a.contract_status, a.contract_value, a.external_id as account, m.external_id as member, m.name, m.last_information_at, m.id, due.own
    from due join ${memberTable(members)} m on m.workspace_id = ${workspaceId} and m.id = due.id
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id where due.kind = ${kind}`;
}

export const HIGHEST_FIRST = sql.raw('contract_value desc nulls last, account, member nulls first');
