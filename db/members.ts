import { asc, eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { memberships, people } from './schema/platform.ts';

/** The people of a workspace, by name. */
export async function peopleOf(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.workspaceId, workspaceId))
    .orderBy(asc(people.name), asc(people.id));
}
