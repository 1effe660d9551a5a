import { type SQL, sql } from 'drizzle-orm';
import type { Step } from '#lib/retention/rules/plan.ts';
import { accounts, objects, users } from '../schema/entities.ts';
import { isOpen, isOpenMember, notHeld, staysAfterPurge, stepOf } from './state-of-day.ts';

type Showing = { workspaceId: string; steps: readonly Step[]; whole?: boolean };

/** R10. What goes along with each account of the CTE `shown` (id, account, member, own), which stands after `dueOfDay`: further CTEs, their joins to `shown`, and four
 *  columns: users and objects without a standing mark of their own, the sub-accounts of which it is the root, and its own root where it goes along. `whole`: all that is
 *  due of a kind is shown, and so each root. */
export function alongOfShown(showing: Showing): { ctes: SQL; joins: SQL; columns: SQL } {
  return {
    ctes: sql`${belowShown(showing)}, ${showing.whole ? ROOT_FROM_ABOVE : rootOfShown(showing)}`,
    joins: sql`left join taken_below on taken_below.id = shown.id left join root_of_shown on root_of_shown.id = shown.id`,
    columns: sql`
      ${counted(showing, users)} as users, ${counted(showing, objects)} as objects,
      coalesce(taken_below.n, 0) as sub_accounts, root_of_shown.root`,
  };
}

/** By the steps of the cascade: through what was marked earlier, stopping at holds and at other roots. No list is compared with another, which is done row by row where
 *  the statistics are behind the rows (a root with 10,000 sub-accounts took 4 s). */
function belowShown({ workspaceId, steps }: Showing): SQL {
  const cascades = stepOf(steps, 'cascade') !== undefined;
  return sql`
    below_shown as (
      select id, id as root_id, account as root, false as along from shown where own and member is null and ${cascades}::boolean
      union
      select c.id, b.root_id, b.root, ${isOpen('c')} from below_shown b join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = b.id
      where ${notHeld('c')} and ${staysAfterPurge('c', steps)} and c.id not in (select id from roots)
    ),
    taken_below as materialized (select root_id as id, count(*)::int as n from below_shown where along group by root_id)`;
}

const ROOT_FROM_ABOVE = sql`root_of_shown as materialized (select id, root from below_shown where along)`;

/** The nearest account above that is marked for a cause of its own. */
function rootOfShown({ workspaceId }: Showing): SQL {
  return sql`
    above_shown as (
      select a.id, a.parent_id as at from shown join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = shown.id
      where not shown.own and shown.member is null
      union
      select u.id, a.parent_id from above_shown u join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = u.at
      where u.at not in (select id from roots)
    ),
    root_of_shown as materialized (select u.id, roots.account as root from above_shown u join roots on roots.id = u.at)`;
}

/** Read by the account's key, and by nothing else that an index knows: where the statistics are behind the rows, all objects of a collection were read for each account. */
function counted({ workspaceId }: Showing, members: typeof users | typeof objects): SQL {
  return sql`case when shown.member is null then (
    select (count(*) filter (where ${isOpenMember('m')}))::int from ${members} m where m.workspace_id = ${workspaceId} and m.account_id = shown.id
  ) end`;
}
