import type { Tx } from '#db/client.ts';
import type { Permission, Scope } from '#lib/auth/rules/permissions.ts';

/** Who acts. What the audit calls them is `actorName`. */
export type Actor =
  | { type: 'person'; id: string; name: string; permissions: ReadonlySet<Permission> }
  | { type: 'key'; id: string; scopes: ReadonlySet<Scope> }
  | { type: 'system'; name: 'daily process' | 'command line' | 'demo' | 'tracker' };

/** What every command and view is called with: in which workspace, and by whom. */
export type Context = {
  workspaceId: string;
  actor: Actor;
  /** Where given, commands and views work inside this transaction of the workspace, and are committed with what else is done in it. */
  tx?: Tx;
};

/** How the audit trail names an actor: by identifier, never by a person's name or address. */
export function actorName(actor: Actor): string {
  return actor.type === 'system' ? actor.name : `${actor.type}:${actor.id}`;
}
