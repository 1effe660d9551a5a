import { type SQL, sql } from 'drizzle-orm';
import type { Step } from '#lib/retention/rules/plan.ts';
import { accounts, holds } from '../schema/entities.ts';
import { isDue } from './chunk.ts';
import { memberTable, ofCollection } from './mark-members.ts';

type Named<N extends Step['name']> = Extract<Step, { name: N }>;

/** What a plan's first steps (end holds, lift, purge) will have done when its marks begin, as CTEs over the rows as they stand, so that a day can be counted
 *  without being run. A plan without those steps, or after them, leaves the rows as they are.
 *  `freed`: accounts whose last hold ends · `unheld`: accounts whose own hold ends · `freed_members` · `lifted`: accounts whose mark is lifted, with its kind ·
 *  `lifted_members`: the same of users and objects. */
export function stateOfDay(workspaceId: string, steps: readonly Step[]): SQL {
  const ends = stepOf(steps, 'end-holds');
  const lifts = steps.filter((step) => step.name === 'lift-accounts');
  const members = steps.filter((step) => step.name === 'lift-members');
  return sql`
    ending as materialized (${
      ends
        ? sql`select h.kind, h.entity_id, h.account_id from ${holds} h where h.workspace_id = ${workspaceId} and h.until < ${ends.processDay}`
        : sql`select null::text as kind, null::uuid as entity_id, null::uuid as account_id where false`
    }),
    freed as materialized (
      select a.id from (select account_id as id, count(*)::int as n from ending group by account_id) e
        join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = e.id and a.holds = e.n
    ),
    unheld as materialized (select entity_id as id from ending where kind = 'accounts'),
    freed_members as materialized (select entity_id as id from ending where kind <> 'accounts'),
    lost as materialized (${
      lifts.length === 0
        ? NOBODY
        : sql.join(
            lifts.map((step) => lostCauses(workspaceId, step)),
            sql` union all `,
          )
    }),
    released as (
      ${lifts.length === 0 ? sql`select null::uuid as id, null::uuid as root_id where false` : heldAlong(workspaceId)}
      union
      select c.id, released.root_id from released join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = released.id
    ),
    lifted as materialized (
      select id, kind from lost
      union
      select a.id, 'accounts' from lost join ${accounts} a on a.workspace_id = ${workspaceId} and a.root_id = lost.id
      union
      select a.id, 'accounts' from released join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = released.id and a.root_id = released.root_id
    ),
    lifted_members as materialized (${
      members.length === 0
        ? NOBODY
        : sql.join(
            members.map((step) => lostMembers(workspaceId, step)),
            sql` union all `,
          )
    })`;
}

const NOBODY = sql`select null::uuid as id, null::text as kind where false`;

export function stepOf<N extends Step['name']>(steps: readonly Step[], name: N): Named<N> | undefined {
  return steps.find((step): step is Named<N> => step.name === name);
}

/** Whether no hold keeps the account `a` when marks begin. */
export function notHeld(a: string): SQL {
  const t = sql.raw(a);
  return sql`(${t}.holds = 0 or ${t}.id in (select id from freed))`;
}

/** Whether the account `a` has no mark when marks begin. */
export function isOpen(a: string): SQL {
  const t = sql.raw(a);
  return sql`(${t}.marked_on is null or ${t}.id in (select id from lifted))`;
}

/** Whether the account `a` is not purged by the plan. */
export function staysAfterPurge(a: string, steps: readonly Step[]): SQL {
  const purge = stepOf(steps, 'purge-accounts');
  if (!purge) return sql`true`;
  const t = sql.raw(a);
  return sql`not (${t}.marked_on is not null and ${t}.marked_on <= ${purge.cutoff}::date and ${t}.id not in (select id from lifted))`;
}

/** Whether the own hold of the account `a` keeps its members when marks begin. */
export function keepsMembers(a: string): SQL {
  const t = sql.raw(a);
  return sql`(${t}.held and ${t}.id not in (select id from unheld))`;
}

/** Whether no hold of its own keeps the member `m`. */
export function memberNotHeld(m: string): SQL {
  const t = sql.raw(m);
  return sql`(${t}.holds = 0 or ${t}.id in (select id from freed_members))`;
}

/** Whether the member `m` has no mark of its own when marks begin. */
export function isOpenMember(m: string): SQL {
  const t = sql.raw(m);
  return sql`(${t}.marked_on is null or ${t}.id in (select id from lifted_members))`;
}

/** The users or objects whose own mark is lifted: their cause no longer holds, or a hold keeps them. */
function lostMembers(workspaceId: string, { members, scope, due }: Named<'lift-members'>): SQL {
  const held = sql`(not ${memberNotHeld('m')} or ${keepsMembers('a')})`;
  const kept = scope === 'held' ? sql`a.holds > 0 and ${held}` : sql`(${held} or not ${isDue('m', due)})`;
  return sql`select m.id, ${members.kind}::text as kind from ${memberTable(members)} m join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and m.marked_on is not null and ${kept}`;
}

function lostCauses(workspaceId: string, { kind, due, scope }: Named<'lift-accounts'>): SQL {
  const cause = kind === 'accounts' ? 'inactivity' : 'expiry';
  const stands = kind === 'accounts' ? isDue('a', due) : sql`(a.contract_status in ('free', 'unknown') and ${isDue('a', due)})`;
  const lost = scope === 'held' ? sql`a.holds > 0 and not ${notHeld('a')}` : sql`(not ${notHeld('a')} or not ${stands})`;
  return sql`select a.id, ${kind}::text as kind from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.marked_on is not null and a.cause = ${cause} and ${lost}`;
}

function heldAlong(workspaceId: string): SQL {
  return sql`select a.id, a.root_id from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.holds > 0 and a.cause = 'parent' and not ${notHeld('a')}`;
}
