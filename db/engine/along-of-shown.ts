import { type SQL, sql } from 'drizzle-orm';
import type { Members, Step } from '#lib/retention/rules/plan.ts';
import { accounts } from '../schema/entities.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { isOpenMember, notHeld, staysAfterPurge, stepOf } from './state-of-day.ts';

type Showing = { workspaceId: string; steps: readonly Step[]; kinds: readonly Members[] };

/** R10. What goes along with each account of the CTE `shown` (id, member, own), which stands after `dueOfDay`: further CTEs, their joins to `shown`, and four
 *  columns: users and objects without a standing mark of their own, the sub-accounts of which it is the root, and its own root where it goes along. */
export function alongOfShown(showing: Showing): { ctes: SQL; joins: SQL; columns: SQL } {
  return {
    ctes: sql`${belowShown(showing)}, ${rootOfShown(showing)}`,
    joins: sql`left join taken_below on taken_below.id = shown.id left join root_of_shown on root_of_shown.id = shown.id`,
    columns: sql`
      ${counted(showing, (kind) => kind.collectionId === null)} as users, ${counted(showing, (kind) => kind.collectionId !== null)} as objects,
      coalesce(taken_below.n, 0) as sub_accounts, root_of_shown.root`,
  };
}

/** By the steps of the cascade: through what was marked earlier, stopping at holds and at other roots. */
function belowShown({ workspaceId, steps }: Showing): SQL {
  const cascades = stepOf(steps, 'cascade') !== undefined;
  return sql`
    below_shown as (
      select id, id as root_id from shown where own and member is null and ${cascades}::boolean
      union
      select c.id, b.root_id from below_shown b join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = b.id
      where ${notHeld('c')} and ${staysAfterPurge('c', steps)} and not exists (select 1 from taken where taken.id = c.id and taken.own)
    ),
    taken_below as materialized (
      select b.root_id as id, count(*)::int as n from below_shown b join taken on taken.id = b.id and not taken.own group by b.root_id
    )`;
}

/** The nearest account above that is marked for a cause of its own. */
function rootOfShown({ workspaceId }: Showing): SQL {
  return sql`
    above_shown as (
      select a.id, a.parent_id as at from shown join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = shown.id
      where not shown.own and shown.member is null
      union all
      select u.id, a.parent_id from above_shown u join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = u.at
      where not exists (select 1 from taken where taken.id = u.at and taken.own)
    ),
    root_of_shown as materialized (
      select u.id, a.external_id as root from above_shown u join taken on taken.id = u.at and taken.own
        join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = u.at
    )`;
}

function counted({ workspaceId, kinds }: Showing, which: (kind: Members) => boolean): SQL {
  const counts = kinds.filter(which).map(
    (
      kind,
    ) => sql`(select count(*)::int from ${memberTable(kind)} m where m.workspace_id = ${workspaceId} and m.account_id = shown.id and ${ofCollection('m', kind)}
      and ${isOpenMember('m')})`,
  );
  const sum = counts.length === 0 ? sql`0` : sql.join(counts, sql` + `);
  return sql`case when shown.member is null then ${sum} end`;
}
