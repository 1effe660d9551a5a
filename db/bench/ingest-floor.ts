import { sql } from 'drizzle-orm';
import { newId } from '#lib/ids.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { unnest } from '../engine/unnest.ts';
import { NO_USER } from '../schema/activity.ts';

/** A signal of the benchmark, as it is sent. */
export type BenchSignal =
  | { type: 'account'; account: string; attributes: Record<string, unknown> }
  | { type: 'user'; account: string; user: string; attributes: Record<string, unknown> }
  | { type: 'object'; account: string; collection: 'deals'; object: string; attributes: Record<string, unknown> }
  | { type: 'usage'; account: string; user: string; activity: 'login' };
type IngestFloor = { workspaceId: string; collectionId: string; now: Instant; signals: readonly BenchSignal[] };
type Row = { id: string; account: string; member: string; attributes: string };

/** The rows that a batch of signals comes to, made distinct beforehand, and the bare upsert of them: one statement a table, nothing looked at before. */
export function ingestFloor({ workspaceId, collectionId, now, signals }: IngestFloor): (tx: Tx) => Promise<void> {
  const { accounts, users, objects, used } = rowsOf(signals);
  const columns = sql`workspace_id, id, external_id, attributes, created_at, last_information_at, last_information_type, indexed_information_day`;
  const values = (name: 'account' | 'member') =>
    sql`${workspaceId}::uuid, r.id, r.${sql.raw(name)}, r.attributes::jsonb, ${now}::timestamptz, ${now}::timestamptz, 'account', ${dayOf(now)}::date`;
  const set = sql`attributes = t.attributes || excluded.attributes, last_information_at = excluded.last_information_at, marked_on = null, cause = null,
    indexed_information_day = case when t.indexed_information_day < excluded.indexed_information_day - 7
      then excluded.indexed_information_day else t.indexed_information_day end`;
  const ofAccounts = (rows: readonly Row[]) =>
    sql`${listed(rows)} join accounts a on a.workspace_id = ${workspaceId} and a.external_id = r.account`;
  return async (tx) => {
    await tx.execute(sql`insert into accounts as t (${columns}) select ${values('account')} from ${listed(accounts)}
      on conflict (workspace_id, external_id) do update set ${set}`);
    await tx.execute(sql`insert into users as t (${columns}, account_id, named_at)
      select ${values('member')}, a.id, ${now}::timestamptz from ${ofAccounts(users)}
      on conflict (workspace_id, account_id, external_id) do update set ${set}, named_at = excluded.named_at`);
    await tx.execute(sql`insert into objects as t (${columns}, account_id, collection_id)
      select ${values('member')}, a.id, ${collectionId}::uuid from ${ofAccounts(objects)}
      on conflict (workspace_id, account_id, collection_id, external_id) do update set ${set}`);
    await tx.execute(sql`insert into usage as t (workspace_id, account_id, day, user_id, activity, count)
      select ${workspaceId}::uuid, a.id, ${dayOf(now)}::date, coalesce(u.id, ${NO_USER}::uuid), 'login', 1 from ${ofAccounts(used)}
        left join users u on u.workspace_id = ${workspaceId} and u.account_id = a.id and u.external_id = r.member
      on conflict (workspace_id, account_id, day, user_id, module, activity) do update set count = t.count + excluded.count`);
  };
}

function listed(rows: readonly Row[]) {
  return unnest(rows, {
    id: ['uuid', (row) => row.id],
    account: ['text', (row) => row.account],
    member: ['text', (row) => row.member],
    attributes: ['text', (row) => row.attributes],
  });
}

function rowsOf(signals: readonly BenchSignal[]) {
  const row = (account: string, member: string, attributes: object = {}): Row => ({
    id: newId(),
    account,
    member,
    attributes: JSON.stringify(attributes),
  });
  const accounts = signals.map((s) => row(s.account, '', s.type === 'account' ? s.attributes : {}));
  const users = signals.flatMap((s) =>
    s.type === 'user' ? [row(s.account, s.user, s.attributes)] : s.type === 'usage' ? [row(s.account, s.user)] : [],
  );
  const objects = signals.flatMap((s) => (s.type === 'object' ? [row(s.account, s.object, s.attributes)] : []));
  const used = signals.flatMap((s) => (s.type === 'usage' ? [row(s.account, s.user)] : []));
  return { accounts: distinct(accounts), users: distinct(users), objects: distinct(objects), used: distinct(used) };
}

function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [`${row.account}/${row.member}`, row])).values()];
}
