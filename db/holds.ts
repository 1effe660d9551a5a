import { and, eq, sql } from 'drizzle-orm';
import type { EntityKind } from '#lib/entities/rules/entity-reference.ts';
import type { Tx } from './client.ts';
import type { FoundEntity } from './find-entity.ts';
import { accounts, holds, objects, users } from './schema/entities.ts';

export type Hold = typeof holds.$inferSelect;
type Held = FoundEntity & { workspaceId: string; kind: EntityKind };

/** R15. Puts a hold on an entity that is locked, or changes the one that stands. Gives the one that stood before; null where there was none. */
export async function putHold(tx: Tx, { id, ...hold }: Held & Pick<Hold, 'reason' | 'until' | 'by' | 'since'>): Promise<Hold | null> {
  const { workspaceId, kind } = hold;
  const standing = await readHold(tx, { workspaceId, kind, id });
  if (standing) {
    const { reason, until, by, since } = hold;
    await tx
      .update(holds)
      .set({ reason, until, by, since })
      .where(keyOf(workspaceId, kind, id));
    return standing;
  }
  await tx.insert(holds).values({ ...hold, entityId: id });
  await count(tx, { id, ...hold }, 1);
  return null;
}

/** R15. Ends the hold on an entity that is locked; null where there is none. */
export async function endHold(tx: Tx, { workspaceId, kind, id, accountId }: Held): Promise<Hold | null> {
  const [ended] = await tx
    .delete(holds)
    .where(keyOf(workspaceId, kind, id))
    .returning();
  if (!ended) return null;
  await count(tx, { workspaceId, kind, id, accountId }, -1);
  return ended;
}

async function readHold(tx: Tx, { workspaceId, kind, id }: { workspaceId: string; kind: EntityKind; id: string }): Promise<Hold | null> {
  const [hold] = await tx
    .select()
    .from(holds)
    .where(keyOf(workspaceId, kind, id));
  return hold ?? null;
}

/** `holds` counts what keeps an entity; an account is kept by those of its users and objects too. */
async function count(tx: Tx, { workspaceId, kind, id, accountId }: Held, by: 1 | -1): Promise<void> {
  const itself = kind === 'accounts' ? sql`${by === 1}::boolean` : sql`held`;
  await tx.execute(
    sql`update ${accounts} set holds = holds + ${by}, held = ${itself} where workspace_id = ${workspaceId} and id = ${accountId}`,
  );
  if (kind === 'accounts') return;
  const table = kind === 'users' ? users : objects;
  await tx.execute(sql`update ${table} set holds = holds + ${by} where workspace_id = ${workspaceId} and id = ${id}`);
}

function keyOf(workspaceId: string, kind: EntityKind, id: string) {
  return and(eq(holds.workspaceId, workspaceId), eq(holds.kind, kind), eq(holds.entityId, id));
}
