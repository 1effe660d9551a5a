import { type SQL, sql } from 'drizzle-orm';
import { LAPSED_STATUSES } from '#lib/retention/rules/lifecycle.ts';
import type { Members, Step } from '#lib/retention/rules/plan.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { summed, sumOf } from '../sum-values.ts';
import { alongOfShown } from './along-of-shown.ts';
import { dueOfDay } from './due-of-day.ts';
import { EXAMPLES, HIGHEST_FIRST } from './example-row.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { dueRows, type MarkRow } from './marks-of-kind.ts';
import { isOpenMember, stepOf } from './state-of-day.ts';

/** What a plan would do to one kind, counted. */
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

type Previewed = { workspaceId: string; steps: readonly Step[]; kinds: readonly Members[] };
type Counted = StatusCount & { kind: string; active_along: number };
type Row = {
  counted: Counted[] | null;
  lifts: { kind: string; n: number }[] | null;
  along: { users: boolean; n: number }[];
  sample: (MarkRow & { kind: string })[] | null;
};

/** Counts the marks and lifts of a plan by kind, by the conditions of the run itself (R9, R10, R13, R14). Writes nothing. One statement, so that what is
 *  due is found once: the rest is read from what was found. */
export async function previewMarks(tx: Tx, { workspaceId, steps, kinds }: Previewed): Promise<Map<string, KindPreview>> {
  const accountsAs = stepOf(steps, 'mark-accounts')?.kind ?? 'accounts';
  const examples = [accountsAs, ...kinds.map(({ kind }) => kind)].map(
    (kind) => sql`(${dueRows({ workspaceId, kind, kinds, limit: EXAMPLES })})`,
  );
  const along = alongOfShown({ workspaceId, steps });
  const [row] = await tx.execute<Row>(sql`${dueOfDay(workspaceId, steps)},
    shown as materialized (${sql.join(examples, sql` union all `)}), ${along.ctes},
    counted as (
      select kind, contract_status as status, (count(*) filter (where own))::int as own, (count(*) filter (where not own))::int as along,
        (count(*) filter (where not own and last_information_day > ${accountCutoff(steps)}::date))::int as active_along,
        ${sumOf(sql`contract_value`)} as contract_value
      from due group by kind, contract_status
    ),
    lifts as (select kind, count(*)::int as n from (select kind from lifted union all select kind from lifted_members) each_one group by kind)
    select (select json_agg(counted order by status) from counted) as counted,
      (select json_agg(lifts) from lifts) as lifts,
      json_build_array(${sql.join(
        kinds.map((members) => alongOf(workspaceId, members)),
        sql`, `,
      )}) as along,
      (select json_agg(s) from (
        select kind, account, member, name, contract_status, contract_value, last_information_at, own, ${along.columns}
        from shown ${along.joins} order by ${HIGHEST_FIRST}) s) as sample`);
  return byKind(row, accountsAs);
}

function byKind(row: Row | undefined, accountsAs: string): Map<string, KindPreview> {
  const previews = new Map<string, KindPreview>();
  const of = (kind: string): KindPreview => {
    const preview = previews.get(kind) ?? {
      due: 0,
      subAccounts: 0,
      activeSubAccounts: 0,
      users: 0,
      objects: 0,
      lifted: 0,
      byStatus: [],
      sample: [],
    };
    previews.set(kind, preview);
    return preview;
  };
  for (const { kind, active_along, status, own, along, contract_value } of row?.counted ?? []) {
    const preview = of(kind);
    preview.due += own;
    preview.subAccounts += along;
    preview.activeSubAccounts += active_along;
    preview.byStatus.push({ status, own, along, contract_value: kind === accountsAs ? summed(contract_value) : 0 });
  }
  for (const { users, n } of row?.along ?? []) if (n > 0) of(accountsAs)[users ? 'users' : 'objects'] += n;
  for (const { kind, n } of row?.lifts ?? []) of(kind).lifted = n;
  for (const { kind, ...example } of row?.sample ?? []) of(kind).sample.push(example);
  return previews;
}

/** Of the accounts that a plan marks: all of them, those that pay, and the sub-accounts that go along while they are active themselves (R10). */
export async function countAccountMarks(
  tx: Tx,
  { workspaceId, steps }: { workspaceId: string; steps: readonly Step[] },
): Promise<{ marks: number; paying: number; active_sub_accounts: number }> {
  const [row] = await tx.execute<{ marks: number; paying: number; active_sub_accounts: number }>(sql`${dueOfDay(workspaceId, steps)}
    select count(*)::int as marks, (count(*) filter (where contract_status <> all(${sql.param([...LAPSED_STATUSES])}::text[])))::int as paying,
      (count(*) filter (where not own and last_information_day > ${accountCutoff(steps)}::date))::int as active_sub_accounts
    from taken`);
  return row ?? { marks: 0, paying: 0, active_sub_accounts: 0 };
}

function accountCutoff(steps: readonly Step[]): Day {
  return stepOf(steps, 'mark-accounts')?.due.cutoff ?? ('0001-01-01' as Day);
}

/** Members that go along with the accounts that are marked, those with a standing mark of their own not counted. Read by the accounts' keys, and by nothing else that
 *  an index knows: a join would read all members of a workspace of which a hundredth goes along. */
function alongOf(workspaceId: string, members: Members): SQL {
  const goes = sql`${ofCollection('m', members)} and ${isOpenMember('m')}`;
  return sql`(select json_build_object('users', ${members.collectionId === null}::boolean, 'n', count(*) filter (where ${goes})) from ${memberTable(members)} m
    where m.workspace_id = ${workspaceId} and m.account_id = any(array(select id from taken)))`;
}
