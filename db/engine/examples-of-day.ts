import { type SQL, sql } from 'drizzle-orm';
import { type Members, memberKinds } from '#lib/retention/rules/plan.ts';
import type { Day, Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { EXAMPLES, type ExampleRow } from './example-row.ts';
import { type Ahead, forecastEffects } from './forecast-days.ts';
import { memberTable } from './mark-members.ts';

/** Something that a day to come marks or purges, with its account's standing. */
export type DayExample = ExampleRow & {
  effect: 'marks' | 'purges';
  /** The policy's kind under which it is counted. */
  kind: string;
  last_information_at: Instant;
  marked_day: Day;
};

/** Of what the last day of a forecast marks, and of what it purges, twenty examples each: accounts first, of these the highest contract values. */
export async function examplesOfDay(tx: Tx, ahead: Ahead, day: Day): Promise<DayExample[]> {
  const { workspaceId, plan } = ahead;
  const kinds = memberKinds(plan.settings.collections);
  const rows = await tx.execute<DayExample>(sql`${await forecastEffects(tx, ahead)},
    of_day as materialized (select effect, kind, id, marked_day from effects where day = ${day}::date),
    found as (${accountRows(workspaceId)} ${sql.join(
      kinds.map((members) => sql`union all ${memberRows(workspaceId, members)}`),
      sql` `,
    )}),
    placed as (
      select *, row_number() over (partition by effect order by (member is not null), contract_value desc nulls last, account, kind, member) as place from found
    )
    select effect, kind, account, member, name, contract_status, contract_value, last_information_at, marked_day
    from placed where place <= ${EXAMPLES} order by effect, place`);
  return [...rows];
}

const STANDING = sql.raw('a.contract_status, a.contract_value');

function accountRows(workspaceId: string): SQL {
  return sql`select e.effect, e.kind, a.external_id as account, null::text as member, a.name, ${STANDING}, a.last_information_at, e.marked_day
    from of_day e join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = e.id where e.kind in ('accounts', 'free_accounts')`;
}

function memberRows(workspaceId: string, members: Members): SQL {
  return sql`select e.effect, e.kind, a.external_id, m.external_id, m.name, ${STANDING}, m.last_information_at, e.marked_day
    from of_day e join ${memberTable(members)} m on m.workspace_id = ${workspaceId} and m.id = e.id
      join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id where e.kind = ${members.kind}`;
}
