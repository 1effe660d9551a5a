import { sql } from 'drizzle-orm';
import type { DailyPlan, Members } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { accountKept, daysAhead, holdsAhead, isAhead, membersKept, ownDay } from './own-day.ts';
import { isOpen, isOpenMember, stateOfDay } from './state-of-day.ts';

/** The first day on which a kind's policy marks anything for a cause of its own, however far ahead, and how much; null where it never does. */
export async function firstDayAhead(
  tx: Tx,
  { workspaceId, plan, kind, members }: { workspaceId: string; plan: DailyPlan; kind: string; members: Members | null },
): Promise<{ day: Day; marks: number } | null> {
  const asks = daysAhead(plan.settings.policies, kind, plan.day);
  if (asks === null || plan.settings.markingPaused || plan.settings.refused.includes(kind)) return null;
  const day = members === null ? ownDay('a', asks, accountKept('a')) : ownDay('m', asks, membersKept('m'));
  const from =
    members === null
      ? sql`${accounts} a where a.workspace_id = ${workspaceId} and ${isOpen('a')} and ${isAhead('a', asks, null)}`
      : sql`${memberTable(members)} m join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id and ${isOpen('a')}
          where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and ${isAhead('m', asks, null)} and ${isOpenMember('m')}`;
  const [row] = await tx.execute<{ day: Day; marks: number }>(sql`
    with recursive ${stateOfDay(workspaceId, plan.steps)}, ${holdsAhead(workspaceId, plan.day)}
    select day, marks from (select ${day} as day, count(*)::int as marks from ${from} group by 1) days
    where day <> 'infinity'::date order by day limit 1`);
  return row ?? null;
}
