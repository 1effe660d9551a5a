import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';

/** Nine attributes, as a customer system sends them. */
const ATTRIBUTES = sql`jsonb_build_object('region', 'eu', 'seats', i % 100, 'product', 'gold', 'owner', 'someone', 'industry', 'software',
  'size', i % 7, 'score', i % 11, 'tier', i % 3, 'note', repeat('x', 40))`;

/** An id as the application makes them (uuid version 7): in the order in which things were made, `nth` of them. */
export function idMade(nth: SQL): SQL {
  return sql`left(overlay(lpad(to_hex(1750000000000 + ${nth}), 12, '0') || '7' || md5((${nth})::text) placing '8' from 17 for 1), 32)::uuid`;
}

export type Accounts = {
  workspaceId: string;
  from: number;
  to: number;
  /** `due` of each hundred were last heard of on one of the days from `firstDay` on, each day's scattered over the whole table; the others within the week up to `heardOn`. */
  due: number;
  firstDay: Day;
  heardOn: Day;
};

/** Paying accounts `a<from>` to `a<to>` of nobody, whose indexed days lag as they do where a signal comes every day. */
export async function fillAccounts(tx: Tx, { workspaceId, from, to, due, firstDay, heardOn }: Accounts): Promise<void> {
  await tx.execute(sql`
    insert into accounts (workspace_id, id, external_id, name, attributes, contract_status, created_at, last_information_at, last_information_type, indexed_information_day)
    select ${workspaceId}::uuid, ${idMade(sql`i`)}, 'a' || i, 'Account ' || i, ${ATTRIBUTES}, 'paying', '2020-01-01Z', heard::timestamptz, 'account',
      heard - case when i % 100 < ${due} then 0 else i % 8 end
    from (select i, case when i % 100 < ${due} then ${firstDay}::date + i % 100 else ${heardOn}::date end as heard
      from generate_series(${from}::int, ${to}::int) i) x`);
}

export type Families = { workspaceId: string; accounts: number; collectionId: string; firstMark: Day; aDay: number };

/** Accounts `p1` to `p<accounts>`, marked one day after the other from `firstMark`, `aDay` on each, with 6 users, of each of whom 10 days' usage, 3 objects, 2 touchpoints and 2 tasks. */
export async function fillFamilies(tx: Tx, { workspaceId, accounts, collectionId, firstMark, aDay }: Families): Promise<void> {
  const entity = sql`created_at, last_information_at, last_information_type, indexed_information_day`;
  const times = sql`'2020-01-01Z'::timestamptz, '2020-01-01Z'::timestamptz, 'account', '2020-01-01'::date`;
  const numbers = sql`generate_series(1, ${accounts}::int) i`;
  const theirs = sql`accounts a where a.workspace_id = ${workspaceId} and a.external_id like 'p%'`;
  await tx.execute(sql`
    insert into accounts (workspace_id, id, external_id, name, attributes, contract_status, ${entity}, marked_on, cause)
    select ${workspaceId}::uuid, ${idMade(sql`i * 10`)}, 'p' || i, 'Family ' || i, ${ATTRIBUTES}, 'paying', ${times}, ${firstMark}::date + (i - 1) / ${aDay}::int, 'inactivity' from ${numbers}`);
  await tx.execute(sql`
    insert into users (workspace_id, id, account_id, external_id, ${entity}, named_at)
    select ${workspaceId}::uuid, ${idMade(sql`right(a.external_id, -1)::int * 10 + u`)}, a.id, 'u' || u, ${times}, '2020-01-01Z' from generate_series(1, 6) u, ${theirs}`);
  await tx.execute(sql`
    insert into objects (workspace_id, id, account_id, collection_id, external_id, ${entity})
    select ${workspaceId}::uuid, ${idMade(sql`right(a.external_id, -1)::int * 10 + 6 + o`)}, a.id, ${collectionId}::uuid, 'o' || o, ${times} from generate_series(1, 3) o, ${theirs}`);
  await tx.execute(sql`
    insert into usage (workspace_id, account_id, day, user_id, activity, count)
    select ${workspaceId}::uuid, m.account_id, '2020-01-01'::date + d, m.id, 'login', 1 from users m, generate_series(1, 10) d
    where m.workspace_id = ${workspaceId}`);
  await tx.execute(sql`
    insert into touchpoints (workspace_id, id, account_id, user_ids, subject, at)
    select ${workspaceId}::uuid, gen_random_uuid(), a.id, '{}', 'Call ' || t, '2020-01-01Z' from generate_series(1, 2) t, ${theirs}`);
  await tx.execute(sql`
    insert into tasks (workspace_id, account_id, external_id, status, created_at)
    select ${workspaceId}::uuid, a.id, 't' || t, 'created', '2020-01-01Z' from generate_series(1, 2) t, ${theirs}`);
}

export type Members = { workspaceId: string; collectionId: string; every: number; heardOn: Day };

/** Two users and an object for each `every`th account `a…`. */
export async function fillMembers(tx: Tx, { workspaceId, collectionId, every, heardOn }: Members): Promise<void> {
  const entity = sql`attributes, created_at, last_information_at, last_information_type, indexed_information_day`;
  const values = sql`'{"region": "eu"}'::jsonb, '2020-01-01Z'::timestamptz, ${heardOn}::date::timestamptz, 'account', ${heardOn}::date`;
  const theirs = sql`accounts a where a.workspace_id = ${workspaceId} and right(a.external_id, -1)::int % ${every}::int = ${every}::int - 1`;
  await tx.execute(sql`
    insert into users (workspace_id, id, account_id, external_id, ${entity}, named_at)
    select ${workspaceId}::uuid, ${idMade(sql`right(a.external_id, -1)::int * 10 + u`)}, a.id, 'u' || u, ${values}, '2020-01-01Z' from generate_series(1, 2) u, ${theirs}`);
  await tx.execute(sql`
    insert into objects (workspace_id, id, account_id, collection_id, external_id, ${entity})
    select ${workspaceId}::uuid, ${idMade(sql`right(a.external_id, -1)::int * 10 + 3`)}, a.id, ${collectionId}::uuid, 'o1', ${values} from ${theirs}`);
}
