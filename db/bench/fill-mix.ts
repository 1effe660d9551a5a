import { sql } from 'drizzle-orm';
import type { Day } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { idMade } from './fill.ts';

export type Mix = { workspaceId: string; collectionId: string; accounts: number; users: number; objects: number; heardOn: Day };

/** A hundredth of everything was last heard of on each of a hundred days, scattered over the whole table. */
const silentDays = (seed: number) =>
  sql`case when i % 50 = 7 then 100 + i % 29 else ((i::bigint * 7919 + i::bigint / 100 * ${seed}::bigint) % 100)::int end`;

/** Accounts, users and objects as a workspace has them that has run for a while with policies of 100 days: last heard of on the hundred days up to `heardOn`, a
 *  tenth of the accounts below another, two in a hundred marked. A hundredth of each is due two days after `heardOn`. */
export async function fillMix(tx: Tx, { workspaceId, collectionId, accounts, users, objects, heardOn }: Mix): Promise<void> {
  const columns = sql`workspace_id, id, external_id, name, attributes, created_at, last_information_at, last_information_type, indexed_information_day, marked_on, cause`;
  const values = (
    prefix: string,
    nth: number,
  ) => sql`${workspaceId}::uuid, ${idMade(sql`i * 3 + ${nth}::int`)}, ${prefix} || i, ${prefix} || ' ' || i,
    '{"region": "eu", "seats": 12, "note": "as a customer system sends them"}'::jsonb, '2020-01-01Z'::timestamptz, (${heardOn}::date - silent)::timestamptz,
    'account', ${heardOn}::date - silent - i % 8, case when silent >= 100 then ${heardOn}::date - silent + 101 end, case when silent >= 100 then 'inactivity' end`;
  const numbers = (many: number, seed: number) => sql`(select i, ${silentDays(seed)} as silent from generate_series(1, ${many}::int) i) x`;
  const ofAccount = idMade(sql`(1 + i % ${accounts}::int) * 3`);
  await tx.execute(sql`
    insert into accounts (${columns}, contract_status, contract_value, parent_id)
    select ${values('m', 0)}, (array['paying', 'paying', 'paying', 'free', 'cancelled'])[1 + i % 5], i % 1000,
      case when i % 10 = 9 then ${idMade(sql`(i - 1) * 3`)} end
    from ${numbers(accounts, 31)}`);
  await tx.execute(
    sql`insert into users (${columns}, account_id, named_at) select ${values('u', 1)}, ${ofAccount}, '2020-01-01Z' from ${numbers(users, 37)}`,
  );
  await tx.execute(sql`
    insert into objects (${columns}, account_id, collection_id)
    select ${values('o', 2)}, ${ofAccount}, ${collectionId}::uuid from ${numbers(objects, 41)}`);
}

/** Rewrites in place the tenth of all entities whose identifiers end in `digit`, as signals do: no index entry moves, and what knew that every row is visible no longer does. */
export async function rewriteTenth(tx: Tx, { workspaceId, digit }: { workspaceId: string; digit: number }): Promise<void> {
  for (const table of ['accounts', 'users', 'objects'])
    await tx.execute(sql`update ${sql.raw(table)} set last_information_at = last_information_at + interval '1 second'
      where workspace_id = ${workspaceId} and right(external_id, 1) = ${String(digit)}`);
}
