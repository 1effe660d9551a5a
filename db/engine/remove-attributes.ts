import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { accounts, objects, users } from '../schema/entities.ts';
import type { OwnAttributes } from './inform.ts';
import { unnest } from './unnest.ts';

const TABLES = { accounts, users, objects } as const;
type Changed = { id: string; isNew: boolean; own: OwnAttributes };

/** Takes away the attributes that were sent as null, of entities that stood before and are locked. */
export async function removeAttributes(
  tx: Tx,
  { workspaceId, kind, rows }: { workspaceId: string; kind: keyof typeof TABLES; rows: readonly Changed[] },
): Promise<void> {
  const taken = rows.flatMap(({ id, isNew, own }) => {
    if (isNew) return [];
    return [...own].flatMap(([name, value]) => (value === null ? [{ id, name }] : []));
  });
  if (taken.length === 0) return;
  await tx.execute(sql`
    update ${TABLES[kind]} t set attributes = t.attributes - n.names
    from (
      select r.id, array_agg(r.name) as names from ${unnest(taken, { id: ['uuid', (r) => r.id], name: ['text', (r) => r.name] })} group by r.id
    ) n
    where t.workspace_id = ${workspaceId} and t.id = n.id and t.attributes ?| n.names`);
}
