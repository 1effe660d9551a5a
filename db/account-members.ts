import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { collections, objects, users } from './schema/entities.ts';

/** How many there are of an account, and how many of them have no mark of their own: those go, and come back, with it. */
type MemberCount = { kind: string; total: number; along: number };

/** The users of an account, and its objects by collection, all collections included. */
export async function countMembers(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }): Promise<MemberCount[]> {
  const counts = sql.raw('count(m.id)::int as total, (count(m.id) filter (where m.marked_on is null))::int as along');
  const [own, named] = await Promise.all([
    tx.execute<MemberCount>(
      sql`select 'users' as kind, ${counts} from ${users} m where m.workspace_id = ${workspaceId} and m.account_id = ${id}`,
    ),
    tx.execute<MemberCount>(sql`
      select c.name as kind, ${counts} from ${collections} c
        left join ${objects} m on m.workspace_id = ${workspaceId} and m.account_id = ${id} and m.collection_id = c.id
      where c.workspace_id = ${workspaceId} group by c.name order by c.name`),
  ]);
  return [...own, ...named];
}
