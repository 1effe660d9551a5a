import { type SQL, sql } from 'drizzle-orm';
import { forecastTrees, type TreeAccount, type TreeMark } from '#lib/retention/rules/forecast.ts';
import { REVIVE_DAYS } from '#lib/retention/rules/lifecycle.ts';
import { type DailyPlan, type Members, memberKinds } from '#lib/retention/rules/plan.ts';
import { addDays, type Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { accountKept, type DaysAhead, daysAhead, holdsAhead, isAhead, membersKept, ownDay } from './own-day.ts';
import { isOpen, isOpenMember, stateOfDay } from './state-of-day.ts';
import { unnest } from './unnest.ts';

export type ForecastRow = { day: Day; effect: 'marks' | 'purges'; kind: string; n: number };
export type Ahead = { workspaceId: string; plan: DailyPlan; days: number };

/** Marks and purges of each of `days` days from the plan's own on, by kind, if nothing arrives: marks as a run counts them (members that go along are not), purges
 *  everything that is deleted. Trees in which accounts go along are followed day by day by the rules, the rest is counted in the database. */
export async function forecastDays(tx: Tx, ahead: Ahead): Promise<ForecastRow[]> {
  return tx.execute<ForecastRow>(sql`${await forecastEffects(tx, ahead)}
    select day, effect, kind, count(*)::int as n from effects group by day, effect, kind order by day, effect, kind`);
}

/** The head of a statement, up to its CTE `effects` (day, effect, kind, id, marked_day): each mark and each purge of these days. */
export async function forecastEffects(tx: Tx, ahead: Ahead): Promise<SQL> {
  const { plan, days } = ahead;
  const { policies, markingPaused, refused } = plan.settings;
  const asks = (kind: string) => (markingPaused || refused.includes(kind) ? null : daysAhead(policies, kind, plan.day));
  const own = asks('accounts') ?? asks('free_accounts');
  const trees = own?.kind === 'accounts' ? forecastTrees(await treesAhead(tx, ahead, own), plan.day, days) : [];
  return effectsAhead(ahead, own, asks, trees);
}

function lastDay({ plan, days }: Ahead): Day {
  return addDays(plan.day, days - 1);
}

/** The accounts below those that will be marked for inactivity in these days, and these themselves. */
async function treesAhead(tx: Tx, ahead: Ahead, own: DaysAhead): Promise<TreeAccount[]> {
  const { workspaceId, plan } = ahead;
  const due = sql`${isAhead('a', own, lastDay(ahead))} and ${isOpen('a')}`;
  const day = ownDay('a', own, accountKept('a'));
  const rows = await tx.execute<{
    id: string;
    parent_id: string | null;
    own_day: Day | null;
    marked_on: Day | null;
    through: string | null;
  }>(sql`
    with recursive ${stateOfDay(workspaceId, plan.steps)}, ${holdsAhead(workspaceId, plan.day)},
    trees as (
      select a.id from ${accounts} a where a.workspace_id = ${workspaceId} and ${due}
        and exists (select 1 from ${accounts} c where c.workspace_id = ${workspaceId} and c.parent_id = a.id)
      union
      select c.id from trees join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = trees.id
    )
    select a.id, a.parent_id, case when ${due} and ${day} <= ${lastDay(ahead)}::date then ${day} end as own_day,
      case when not ${isOpen('a')} then a.marked_on end as marked_on, ${accountKept('a')} as through
    from trees join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = trees.id`);
  return rows.map(({ id, parent_id, own_day, marked_on, through }) => ({
    id,
    parentId: parent_id,
    ownDay: own_day,
    markedOn: marked_on,
    heldThrough: through === 'infinity' ? 'for ever' : (through as Day | null),
  }));
}

function effectsAhead(ahead: Ahead, own: DaysAhead | null, asks: (kind: string) => DaysAhead | null, trees: readonly TreeMark[]): SQL {
  const { workspaceId, plan } = ahead;
  const kinds = memberKinds(plan.settings.collections);
  const purges = plan.settings.purgingPaused ? sql`false` : sql`purged_on <= ${lastDay(ahead)}::date`;
  return sql`
    with recursive ${stateOfDay(workspaceId, plan.steps)}, ${holdsAhead(workspaceId, plan.day)},
    tree_marks as materialized (
      select id, marked_day from ${unnest(trees, { id: ['uuid', (t) => t.id], marked_day: ['date', (t) => t.day] })}
    ),
    marked_accounts as materialized (
      select m.id, m.marked_day, ${purgedOn('m', plan.day)} as purged_on, m.standing from (
        select a.id, a.marked_on as marked_day, true as standing from ${accounts} a
        where a.workspace_id = ${workspaceId} and a.marked_on is not null and a.id not in (select id from lifted)
        union all
        select id, marked_day, false from tree_marks
        union all
        ${ownMarks(ahead, own)}
      ) m
    ),
    ${sql.join(
      kinds.map((members, i) => memberDays(ahead, members, asks(members.kind), i)),
      sql`, `,
    )},
    effects as (
      select marked_day as day, 'marks' as effect, ${own?.kind ?? 'accounts'}::text as kind, id, marked_day from marked_accounts where not standing
      union all
      select purged_on, 'purges', 'accounts', id, marked_day from marked_accounts where ${purges}
      ${sql.join(
        kinds.map(
          ({ kind }, i) => sql`
            union all select marked_day, 'marks', ${kind}::text, id, marked_day from ${memberCte(i)} where marks
            union all select purged_on, 'purges', ${kind}::text, id, marked_day from ${memberCte(i)} where ${purges}`,
        ),
        sql` `,
      )}
    )`;
}

/** R11. When a mark of alias `t` ends, on the first day of the forecast or later. */
function purgedOn(t: string, first: Day): SQL {
  return sql`greatest(${sql.raw(t)}.marked_day + ${REVIVE_DAYS}::integer, ${first}::date)`;
}

/** Accounts outside the trees that will be marked in these days. */
function ownMarks(ahead: Ahead, own: DaysAhead | null): SQL {
  if (own === null) return sql`select null::uuid, null::date, false where false`;
  const day = ownDay('a', own, accountKept('a'));
  return sql`select a.id, ${day}, false from ${accounts} a
    where a.workspace_id = ${ahead.workspaceId} and ${isAhead('a', own, lastDay(ahead))} and ${isOpen('a')} and ${day} <= ${lastDay(ahead)}::date
      and not exists (select 1 from tree_marks t where t.id = a.id)`;
}

function memberCte(i: number): SQL {
  return sql.raw(`member_days_${i}`);
}

/** Users or objects that are marked (`marks`: newly, for a cause of their own) or purged, by themselves or with their account. All of a kind are read once: in sixty
 *  days so many fall due that to look for these alone takes longer. */
function memberDays(ahead: Ahead, members: Members, asks: DaysAhead | null, i: number): SQL {
  const { workspaceId, plan } = ahead;
  const due = asks === null ? sql`null::date` : ownDay('m', asks, membersKept('m'));
  const falls = asks === null ? sql`false` : sql`(${isAhead('m', asks, lastDay(ahead))} and ${due} <= ${lastDay(ahead)}::date)`;
  return sql`${memberCte(i)} as materialized (
      select id, coalesce(marked_day, account_day) as marked_day, marked_day is not null and not standing as marks,
        case when marked_day is null then account_purged_on else least(${purgedOn('o', plan.day)}, account_purged_on) end as purged_on
      from (
        select m.id, m.standing is not null as standing, a.marked_day as account_day, a.purged_on as account_purged_on,
          coalesce(m.standing, case when a.marked_day is null or a.marked_day > m.due then m.due end) as marked_day
        from (
          select m.id, m.account_id, case when not ${isOpenMember('m')} then m.marked_on end as standing,
            case when ${isOpenMember('m')} and ${falls} then ${due} end as due
          from ${memberTable(members)} m where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} offset 0
        ) m left join marked_accounts a on a.id = m.account_id
      ) o where marked_day is not null or account_day is not null
    )`;
}
