import { sql } from 'drizzle-orm';
import { read } from '#db/client.ts';
import { NO_USER } from '#db/schema/activity.ts';

type Row = Record<string, unknown>;
/** Everything that a workspace stores of its entities, by the senders' identifiers: no id of ours, and in their order. */
export type Stored = Record<'accounts' | 'users' | 'objects' | 'usage' | 'touchpoints' | 'tasks', Row[]>;

/** What two ways of telling the same must have in common, whatever ids they made. */
export function stored(workspaceId: string): Promise<Stored> {
  const entity = sql.raw(`t.name, t.attributes, t.created_at, t.last_information_at, t.last_information_type,
    t.last_information_day, t.indexed_information_day, t.marked_on, t.cause`);
  return read(workspaceId, async (tx) => ({
    accounts: await tx.execute(sql`
      select t.external_id as account, ${entity}, t.contract_status, t.contract_value, p.external_id as parent, r.external_id as root, t.archived_at
      from accounts t left join accounts p on p.id = t.parent_id left join accounts r on r.id = t.root_id order by t.external_id collate "C"`),
    users: await tx.execute(sql`
      select a.external_id as account, t.external_id as user, ${entity}, t.named_at
      from users t join accounts a on a.id = t.account_id order by a.external_id collate "C", t.external_id collate "C"`),
    objects: await tx.execute(sql`
      select a.external_id as account, c.name as collection, t.external_id as object, ${entity}
      from objects t join accounts a on a.id = t.account_id join collections c on c.id = t.collection_id
      order by a.external_id collate "C", c.name collate "C", t.external_id collate "C"`),
    usage: await tx.execute(sql`
      select a.external_id as account, u.external_id as user, t.user_id = ${NO_USER} as nobody, t.day, t.module, t.activity, t.count
      from usage t join accounts a on a.id = t.account_id left join users u on u.id = t.user_id
      order by a.external_id collate "C", u.external_id collate "C", t.day, t.module collate "C", t.activity collate "C"`),
    touchpoints: await tx.execute(sql`
      select a.external_id as account, t.subject, t.content, t.at,
        array(select u.external_id from unnest(t.user_ids) with ordinality as n (id, i) join users u on u.id = n.id order by n.i) as users
      from touchpoints t join accounts a on a.id = t.account_id order by a.external_id collate "C", t.at, t.subject collate "C", users`),
    tasks: await tx.execute(sql`
      select a.external_id as account, t.external_id as task, t.title, t.status, t.created_at, t.completed_at
      from tasks t join accounts a on a.id = t.account_id order by a.external_id collate "C", t.external_id collate "C"`),
  }));
}
