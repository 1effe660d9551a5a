import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { usage } from '../schema/activity.ts';
import { accounts } from '../schema/entities.ts';
import { expiredAccounts, expiredUsage } from '../schema/statistics.ts';

/** Text in an attribute that may name somebody: it is not kept. */
const LONGEST_TEXT = 64;

/** R17. Keeps, before their purge, what trends need of the accounts of alias `a` that `due` finds and that expired: numbers and days under an id of their own, no
 *  name, identifier, parent or person. */
export async function keepStatistics(tx: Tx, { workspaceId, due }: { workspaceId: string; due: SQL }): Promise<void> {
  const text = sql`case when jsonb_typeof(value) = 'string' then value #>> '{}' else value::text end`;
  await tx.execute(sql`
    with expired as materialized (
      select gen_random_uuid() as new_id, a.* from ${accounts} a where ${due} and a.cause = 'expiry'
    ), kept as (
      insert into ${expiredAccounts} (workspace_id, id, contract_status, contract_value, attributes, created_day, expired_on, last_information_day)
      select ${workspaceId}::uuid, e.new_id, e.contract_status, e.contract_value,
        coalesce((select jsonb_object_agg(key, value) from jsonb_each(e.attributes)
          where position('@' in ${text}) = 0 and char_length(${text}) <= ${LONGEST_TEXT} and position('@' in key) = 0), '{}'),
        (e.created_at at time zone 'UTC')::date, e.marked_on, e.last_information_day
      from expired e
      returning id
    )
    insert into ${expiredUsage} (workspace_id, expired_id, day, module, activity, count)
    select ${workspaceId}::uuid, e.new_id, u.day, u.module, u.activity, sum(u.count) from expired e
      join ${usage} u on u.workspace_id = ${workspaceId} and u.account_id = e.id
      where exists (select 1 from kept)
    group by e.new_id, u.day, u.module, u.activity`);
}
