/** What a person may do. A role is a set of these; each can also be given to a person singly. */
const PERMISSIONS = [
  'retention:view',
  'retention:configure',
  'retention:review',
  'retention:hold',
  'retention:approve',
  'entities:edit',
  'backups:download',
  'communications:manage',
  'workspace:admin',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['global_admin', 'advanced', 'member'] as const;
export type Role = (typeof ROLES)[number];

const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  global_admin: PERMISSIONS,
  advanced: ['retention:view', 'retention:review', 'retention:hold', 'entities:edit', 'backups:download'],
  member: [],
};

/** The permissions of a person with `role` who was also given `extra` ones. */
export function permissionsOf(role: Role, extra: readonly Permission[] = []): ReadonlySet<Permission> {
  return new Set([...ROLE_PERMISSIONS[role], ...extra]);
}

/** What an API key may do. Scopes do not include one another. */
export const SCOPES = ['ingest', 'read', 'retention', 'export', 'communications', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];
