import { type SQL, sql } from 'drizzle-orm';
import { LAPSED_STATUSES } from '#lib/retention/rules/lifecycle.ts';
import type { Members, Step } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';
import { summed, sumOf } from '../sum-values.ts';
import { alongOfShown } from './along-of-shown.ts';
import { dueOfDay } from './due-of-day.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { dueRows, HIGHEST_FIRST, type MarkRow } from './marks-of-kind.ts';
import { isOpen, liftedMembers, stateOfDay } from './state-of-day.ts';

/** What a plan would do to one kind, counted. `active` is what is active before its marks and after its lifts, archived ones not counted. */
export type KindPreview = {
  due: number;
  subAccounts: number;
  activeSubAccounts: number;
  users: number;
  objects: number;
  lifted: number;
  byStatus: StatusCount[];
  sample: MarkRow[];
};

/** Marks by the contract status of their account: for a cause of their own, and along; the contract value is that of accounts alone. */
export type StatusCount = { status: string; own: number; along: number; contract_value: number };

const SAMPLE = 20;

type Counted = { kind: string; due: number; sub_accounts: number; active_sub_accounts: number };

/** Counts the marks of a plan by kind, by the conditions of the run itself (R9, R10, R13, R14). Writes nothing. */
export async function previewMarks(
  tx: Tx,
  { workspaceId, steps, kinds }: { workspaceId: string; steps: readonly Step[]; kinds: readonly Members[] },
): Promise<Map<string, KindPreview>> {
  const cutoff = accountCutoff(steps);
  const head = dueOfDay(workspaceId, steps);
  const rows = await tx.execute<Counted>(sql`${head}
    select kind, (count(*) filter (where own))::int as due, (count(*) filter (where not own))::int as sub_accounts,
      (count(*) filter (where not own and last_information_day > ${cutoff}::date))::int as active_sub_accounts
    from due group by kind`);
  const previews = new Map<string, KindPreview>();
  for (const row of rows) {
    const accountKind = row.kind === 'accounts' || row.kind === 'free_accounts';
    const along = accountKind ? await countAlong(tx, workspaceId, head, steps, kinds) : { users: 0, objects: 0 };
    const { byStatus, sample } = await examplesOf(tx, { workspaceId, head, steps, kind: row.kind, kinds });
    previews.set(row.kind, {
      due: row.due,
      subAccounts: row.sub_accounts,
      activeSubAccounts: row.active_sub_accounts,
      ...along,
      lifted: 0,
      byStatus,
      sample,
    });
  }
  return previews;
}

/** Of the accounts that a plan marks: all of them, those that pay, and the sub-accounts that go along while they are active themselves (R10). */
export async function countAccountMarks(
  tx: Tx,
  { workspaceId, steps }: { workspaceId: string; steps: readonly Step[] },
): Promise<{ marks: number; paying: number; active_sub_accounts: number }> {
  const [row] = await tx.execute<{ marks: number; paying: number; active_sub_accounts: number }>(sql`${dueOfDay(workspaceId, steps)}
    select count(*)::int as marks, (count(*) filter (where a.contract_status <> all(${sql.param([...LAPSED_STATUSES])}::text[])))::int as paying,
      (count(*) filter (where not taken.own and taken.last_information_day > ${accountCutoff(steps)}::date))::int as active_sub_accounts
    from taken join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = taken.id`);
  return row ?? { marks: 0, paying: 0, active_sub_accounts: 0 };
}

/** How many marks of each kind a plan lifts (R14). */
export async function previewLifts(
  tx: Tx,
  { workspaceId, steps, kinds }: { workspaceId: string; steps: readonly Step[]; kinds: readonly Members[] },
): Promise<Record<string, number>> {
  const members = kinds.map(
    (kind) => sql`union all select ${kind.kind}::text, count(*)::int from (${liftedMembers(workspaceId, kind, steps)}) m`,
  );
  const rows = await tx.execute<{ kind: string; n: number }>(sql`with recursive ${stateOfDay(workspaceId, steps)}
    select kind, count(*)::int as n from lifted group by kind ${sql.join(members, sql` `)}`);
  return Object.fromEntries(rows.filter((row) => row.n > 0).map((row) => [row.kind, row.n]));
}

function accountCutoff(steps: readonly Step[]): Day {
  const own = steps.find((step) => step.name === 'mark-accounts');
  return own?.name === 'mark-accounts' ? own.due.cutoff : ('0001-01-01' as Day);
}

/** Members that go along with the accounts that are marked, those with a standing mark of their own not counted. */
async function countAlong(tx: Tx, workspaceId: string, head: SQL, steps: readonly Step[], kinds: readonly Members[]) {
  const count = (members: Members) => sql`
    select ${members.collectionId === null}::boolean as users, count(*)::int as n from taken
      join ${memberTable(members)} m on m.workspace_id = ${workspaceId} and m.account_id = taken.id
    where ${ofCollection('m', members)} and (m.marked_on is null or m.id in (${liftedMembers(workspaceId, members, steps)}))`;
  const rows = await tx.execute<{ users: boolean; n: number }>(sql`${head} ${sql.join(kinds.map(count), sql` union all `)}`);
  const sum = (users: boolean) => rows.filter((row) => row.users === users).reduce((n, row) => n + row.n, 0);
  return { users: sum(true), objects: sum(false) };
}

type ExamplesQuery = { workspaceId: string; head: SQL; steps: readonly Step[]; kind: string; kinds: readonly Members[] };

/** By contract status, and twenty examples: those of the highest contract value first. */
async function examplesOf(tx: Tx, { workspaceId, head, steps, kind, kinds }: ExamplesQuery) {
  const along = alongOfShown({ workspaceId, steps, kinds });
  const rows = dueRows({ workspaceId, kind, kinds });
  const [row] = await tx.execute<{ by_status: StatusCount[] | null; sample: MarkRow[] | null }>(sql`${head},
    rows as materialized (${rows}),
    shown as (select * from rows order by ${HIGHEST_FIRST} limit ${SAMPLE}), ${along.ctes}
    select (select json_agg(s order by status) from (
        select contract_status as status, (count(*) filter (where own))::int as own, (count(*) filter (where not own))::int as along,
          ${sumOf(sql`contract_value`)} filter (where member is null) as contract_value
        from rows group by contract_status) s) as by_status,
      (select json_agg(s) from (
        select account, member, name, contract_status, contract_value, last_information_at, own, ${along.columns}
        from shown ${along.joins} order by ${HIGHEST_FIRST}) s) as sample`);
  const byStatus = (row?.by_status ?? []).map((counted) => ({ ...counted, contract_value: summed(counted.contract_value) }));
  return { byStatus, sample: row?.sample ?? [] };
}

/** Active accounts, or members of a kind, after a plan's lifts and before its marks (R29); archived ones are not counted. With `silentBy`, only
 *  those last heard of on that day or before it. `statuses` keeps accounts to these. */
export async function countActive(
  tx: Tx,
  query: { workspaceId: string; steps: readonly Step[]; members: Members | null; silentBy?: Day; statuses?: readonly string[] },
): Promise<number> {
  const { workspaceId, steps, members, silentBy, statuses } = query;
  const account = sql`a.workspace_id = ${workspaceId} and ${isOpen('a')} and a.archived_at is null`;
  const silent = (t: string) =>
    silentBy === undefined
      ? sql`true`
      : sql`${sql.raw(t)}.indexed_information_day <= ${silentBy} and ${sql.raw(t)}.last_information_day <= ${silentBy}`;
  const among = statuses === undefined ? sql`true` : sql`a.contract_status = any(${sql.param([...statuses])}::text[])`;
  const from =
    members === null
      ? sql`${accounts} a where ${account} and ${among} and ${silent('a')}`
      : sql`${memberTable(members)} m join ${accounts} a on a.id = m.account_id and ${account}
          where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)} and ${silent('m')}
            and (m.marked_on is null or m.id in (${liftedMembers(workspaceId, members, steps)}))`;
  const [row] = await tx.execute<{ n: number }>(
    sql`with recursive ${stateOfDay(workspaceId, steps)} select count(*)::int as n from ${from}`,
  );
  return row?.n ?? 0;
}
