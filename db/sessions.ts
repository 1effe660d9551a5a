import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { Permission, Role } from '#lib/auth/rules/permissions.ts';
import type { Tx } from './client.ts';
import { directory, memberships, people, sessions } from './schema/platform.ts';

type MembershipRow = { workspaceId: string; slug: string; name: string; role: Role; extraPermissions: Permission[] };
type SessionRow = { person: { id: string; email: string; name: string }; memberships: MembershipRow[] };

export async function insertSession(tx: Tx, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session);
}

export async function deleteSession(tx: Tx, { id }: { id: string }): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** Takes away the sessions of a person that ended before `now`. */
export async function deleteEndedSessions(tx: Tx, { personId, now }: { personId: string; now: Date }): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), lte(sessions.expiresAt, now)));
}

/** Whose session it is, with their workspaces in the order of their names; null where it was ended or has expired. */
export async function sessionById(tx: Tx, { id, now }: { id: string; now: Date }): Promise<SessionRow | null> {
  const rows = await tx
    .select({
      person: { id: people.id, email: people.email, name: people.name },
      workspaceId: directory.workspaceId,
      slug: directory.slug,
      name: directory.name,
      role: memberships.role,
      extraPermissions: memberships.extraPermissions,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(directory, eq(directory.workspaceId, memberships.workspaceId))
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
    .orderBy(asc(directory.name), asc(directory.slug));
  const [first] = rows;
  return first ? { person: first.person, memberships: rows.flatMap((row) => membershipOf(row) ?? []) } : null;
}

function membershipOf({ workspaceId, slug, name, role, extraPermissions }: { [K in keyof MembershipRow]: MembershipRow[K] | null }) {
  if (workspaceId === null || slug === null || name === null || role === null || extraPermissions === null) return null;
  return { workspaceId, slug, name, role, extraPermissions };
}
