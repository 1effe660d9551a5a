import { and, asc, eq } from 'drizzle-orm';
import type { Role } from '#lib/auth/rules/permissions.ts';
import type { Tx } from './client.ts';
import { memberships, people } from './schema/platform.ts';

/** The names of the people who have `role` in a workspace, in their order, `limit` at most. */
export async function namesWithRole(
  tx: Tx,
  { workspaceId, role, limit }: { workspaceId: string; role: Role; limit: number },
): Promise<string[]> {
  const rows = await tx
    .select({ name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.role, role)))
    .orderBy(asc(people.name))
    .limit(limit);
  return rows.map(({ name }) => name);
}
