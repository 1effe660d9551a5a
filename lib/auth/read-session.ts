import { platform } from '#db/client.ts';
import { sessionById } from '#db/sessions.ts';
import type { Context } from '#lib/context.ts';
import { type Permission, permissionsOf, type Role } from './rules/permissions.ts';

export type Membership = { workspaceId: string; slug: string; name: string; role: Role; permissions: ReadonlySet<Permission> };
/** Who is signed in, with every workspace that is theirs. */
export type SignedIn = { person: { id: string; email: string; name: string }; memberships: readonly Membership[] };

/** Read at every request, so that a sign-out, a removal or another role holds at once. Null where the session has ended. */
export async function readSession(sessionId: string): Promise<SignedIn | null> {
  if (!UUID.test(sessionId)) return null;
  const session = await platform((tx) => sessionById(tx, { id: sessionId, now: new Date() }));
  if (!session) return null;
  const memberships = session.memberships.map(({ extraPermissions, ...membership }) => ({
    ...membership,
    permissions: permissionsOf(membership.role, extraPermissions),
  }));
  return { person: session.person, memberships };
}

/** The context of a person at work in one of their workspaces. */
export function personContext({ person }: SignedIn, { workspaceId, permissions }: Membership): Context {
  return { workspaceId, actor: { type: 'person', id: person.id, name: person.name, permissions } };
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
