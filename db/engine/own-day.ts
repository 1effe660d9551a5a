import { type SQL, sql } from 'drizzle-orm';
import { EXPIRING_STATUSES } from '#lib/retention/rules/lifecycle.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf } from '#lib/retention/rules/policy.ts';
import { addDays, type Day, dayOf, type Instant } from '#lib/time.ts';
import { holds } from '../schema/entities.ts';

/** What a policy asks of the days to come: marked on `last information + days + 1`, not before `from`; a late one only what was updated after `updatedAfter`. */
export type DaysAhead = { kind: string; days: number; from: Day; updatedAfter: Instant | null };

/** R5, R6, R9, R13. What the policy of a kind asks from process day `first` on; null where it marks nobody. */
export function daysAhead(set: PolicySet, kind: string, first: Day): DaysAhead | null {
  const days = effectiveDays(set, kind);
  if (days === null || (kind === 'free_accounts' && expiryOverruled(set))) return null;
  const { mode, since } = policyOf(set, kind);
  const earliest = since === null ? first : addDays(dayOf(since), days + 1);
  return { kind, days, from: earliest > first ? earliest : first, updatedAfter: mode === 'late' ? since : null };
}

/** The day on which the entity of alias `t` is due for a cause of its own, if nothing arrives; `heldThrough` is an expression for the last day on which
 *  a hold keeps it (null: none, infinity: no end). */
export function ownDay(t: string, { days, from }: DaysAhead, heldThrough: SQL): SQL {
  return sql`greatest(${sql.raw(t)}.last_information_day + ${days + 1}::integer, ${from}::date, ${heldThrough} + 1)`;
}

/** Whether the policy will ever mark the entity of alias `t`; `by` the last day that matters. */
export function isAhead(t: string, { kind, days, updatedAfter }: DaysAhead, by: Day | null): SQL {
  const e = sql.raw(t);
  const until =
    by === null
      ? sql`true`
      : sql`${e}.indexed_information_day <= ${addDays(by, -(days + 1))} and ${e}.last_information_day <= ${addDays(by, -(days + 1))}`;
  const updated =
    updatedAfter === null
      ? sql`true`
      : sql`${e}.last_information_at > ${updatedAfter}::timestamptz and ${e}.last_information_at > ${e}.created_at`;
  const expiring = kind === 'free_accounts' ? sql`${e}.contract_status = any(${sql.param([...EXPIRING_STATUSES])}::text[])` : sql`true`;
  return sql`(${until} and ${updated} and ${expiring})`;
}

/** CTEs `held_accounts` and `held_members` (id, through): until when holds keep them from `first` on, infinity where no day ends it.
 *  An account is kept by the holds on its users and objects too, these by their account's own hold. */
export function holdsAhead(workspaceId: string, first: Day): SQL {
  return sql`
    standing_holds as materialized (
      select h.kind, h.entity_id, h.account_id, coalesce(h.until, 'infinity'::date) as through from ${holds} h
      where h.workspace_id = ${workspaceId} and (h.until is null or h.until >= ${first}::date)
    ),
    held_accounts as materialized (select account_id as id, max(through) as through from standing_holds group by account_id),
    held_selves as materialized (select entity_id as id, through from standing_holds where kind = 'accounts'),
    held_members as materialized (select entity_id as id, through from standing_holds where kind <> 'accounts')`;
}

/** Until when holds keep the member `m`, for those few that any keeps. */
export function membersKept(m: string): SQL {
  const t = sql.raw(m);
  return sql`case when ${t}.holds > 0 or ${t}.account_id in (select id from held_selves)
    then greatest((select through from held_members h where h.id = ${t}.id), (select through from held_selves h where h.id = ${t}.account_id)) end`;
}

export function accountKept(a: string): SQL {
  const t = sql.raw(a);
  return sql`case when ${t}.holds > 0 then (select through from held_accounts h where h.id = ${t}.id) end`;
}
