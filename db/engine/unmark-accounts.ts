import { sql } from 'drizzle-orm';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { Tx } from '../client.ts';
import { accounts } from '../schema/entities.ts';

/** An account whose mark was taken away; `account` is the sender's identifier, `cause` what it had been marked for. */
export type Unmarked = { kind: 'accounts'; id: string; account: string; cause: MarkCause };

/** R12. Takes the marks of `ids` away, for information and for a person's revive alike. With one that was marked for a cause of its own goes
 *  all that it took along; with one that went along goes what is below it and has the same root, by the parents of this moment.
 *  Users and objects of an account need nothing: their mark is read from it. Accounts that are not marked are passed over. */
export async function unmarkAccounts(tx: Tx, { workspaceId, ids }: { workspaceId: string; ids: readonly string[] }): Promise<Unmarked[]> {
  if (ids.length === 0) return [];
  await lockWithRoots(tx, workspaceId, ids);
  const rows = await tx.execute<{ id: string; account: string; cause: MarkCause }>(sql`
    with recursive asked as materialized (
      select a.id, a.cause, a.root_id from ${accounts} a
      where a.workspace_id = ${workspaceId} and a.id = any(${sql.param(ids)}::uuid[]) and a.marked_on is not null
    ), below as (
      select id, root_id from asked where cause = 'parent'
      union
      select c.id, below.root_id from below
        join ${accounts} c on c.workspace_id = ${workspaceId} and c.parent_id = below.id
    ), chosen as (
      select id, root_id from asked
      union
      select a.id, a.root_id from asked join ${accounts} a on a.workspace_id = ${workspaceId} and a.root_id = asked.id
      where asked.cause <> 'parent'
      union
      select id, root_id from below
    ), locked as (
      select a.id, a.external_id as account, a.cause from chosen
        join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = chosen.id
      where a.workspace_id = ${workspaceId} and a.marked_on is not null and a.root_id is not distinct from chosen.root_id
      order by a.external_id for no key update of a
    )
    update ${accounts} a set marked_on = null, cause = null, root_id = null from locked
    where a.workspace_id = ${workspaceId} and a.id = locked.id and a.marked_on is not null
    returning a.id, locked.account, locked.cause`);
  return rows.map((row) => ({ kind: 'accounts', ...row }));
}

/** Roots first, as a cascade and a purge lock them, so that neither can run between a root and what it took along. */
async function lockWithRoots(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    select a.id from ${accounts} a
    where a.workspace_id = ${workspaceId} and a.marked_on is not null and (
      a.id = any(${sql.param(ids)}::uuid[])
      or a.id = any(array(select s.root_id from ${accounts} s where s.workspace_id = ${workspaceId} and s.id = any(${sql.param(ids)}::uuid[])))
    )
    order by a.cause = 'parent', a.external_id for no key update`);
}
