import { type SQL, sql } from 'drizzle-orm';
import type { EntityReference } from '#lib/entities/rules/entity-reference.ts';
import type { Tx } from './client.ts';
import { accounts, collections, objects, users } from './schema/entities.ts';

/** An entity and its account, by their ids; for an account both are the same. */
export type FoundEntity = { id: string; accountId: string };

/** Finds an entity and locks its account, then itself, in the order in which everybody locks. Null where there is none. */
export async function lockEntity(
  tx: Tx,
  { workspaceId, reference }: { workspaceId: string; reference: EntityReference },
): Promise<FoundEntity | null> {
  const [account] = await tx.execute<{ id: string }>(
    sql`select a.id from ${accounts} a where a.workspace_id = ${workspaceId} and a.external_id = ${reference.account} for update`,
  );
  if (!account) return null;
  if (reference.kind === 'accounts') return { id: account.id, accountId: account.id };
  const [member] = await tx.execute<{ id: string }>(memberOf(workspaceId, account.id, reference));
  return member ? { id: member.id, accountId: account.id } : null;
}

function memberOf(workspaceId: string, accountId: string, reference: Exclude<EntityReference, { kind: 'accounts' }>): SQL {
  if (reference.kind === 'users')
    return sql`select m.id from ${users} m where m.workspace_id = ${workspaceId} and m.account_id = ${accountId} and m.external_id = ${reference.user} for update`;
  return sql`select m.id from ${objects} m where m.workspace_id = ${workspaceId} and m.account_id = ${accountId} and m.external_id = ${reference.object}
    and m.collection_id = (select c.id from ${collections} c where c.workspace_id = ${workspaceId} and c.name = ${reference.collection}) for update`;
}
