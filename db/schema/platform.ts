import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Permission, Role, Scope } from '#lib/auth/rules/permissions.ts';
import { day, machineInstant } from './columns.ts';

// Local tables: people, sessions and the directory, read before a workspace is known. No row policy, no key to workspace data.

/** Finds a workspace by what the outside knows of it. */
export const directory = pgTable(
  'directory',
  {
    workspaceId: uuid('workspace_id').notNull(),
    slug: text('slug').notNull(),
    /** The public service id of trackers (`SP-…`): it can only send. */
    serviceId: text('service_id').notNull(),
    name: text('name').notNull(),
    /** Workspaces on a test clock are passed over by the schedule and the cron route. */
    testClock: boolean('test_clock').notNull(),
    /** The last process day that was started; null before the first. Says which workspaces are due without opening them. */
    lastRunDay: day('last_run_day'),
  },
  (t) => [
    primaryKey({ name: 'directory_pk', columns: [t.workspaceId] }),
    uniqueIndex('directory_slug').on(t.slug),
    uniqueIndex('directory_service_id').on(t.serviceId),
  ],
);

/** The runs that are not finished: what an idle worker looks through for a lapsed lease. The truth of a run stands in `daily_runs`. */
export const openRuns = pgTable('open_runs', { workspaceId: uuid('workspace_id').notNull(), day: day('day').notNull() }, (t) => [
  primaryKey({ name: 'open_runs_pk', columns: [t.workspaceId, t.day] }),
]);

export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    name: text('name').notNull(),
    /** SHA-256 of the key, hex. The key itself is shown once and kept nowhere. */
    hash: text('hash').notNull(),
    /** The first characters of the key, to tell keys apart. */
    prefix: text('prefix').notNull(),
    scopes: text('scopes').array().$type<Scope[]>().notNull(),
    /** Requests a second; bursts of five times that. */
    ratePerSecond: integer('rate_per_second').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: machineInstant('created_at').notNull(),
    lastUsedAt: machineInstant('last_used_at'),
    revokedAt: machineInstant('revoked_at'),
  },
  (t) => [
    primaryKey({ name: 'api_keys_pk', columns: [t.id] }),
    uniqueIndex('api_keys_hash').on(t.hash),
    index('api_keys_of_workspace').on(t.workspaceId, t.createdAt),
  ],
);

export const people = pgTable(
  'people',
  {
    id: uuid('id').notNull(),
    /** Trimmed and in lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** Argon2id in the PHC string format. */
    passwordHash: text('password_hash').notNull(),
    createdAt: machineInstant('created_at').notNull(),
  },
  (t) => [primaryKey({ name: 'people_pk', columns: [t.id] }), uniqueIndex('people_email').on(t.email)],
);

export const memberships = pgTable(
  'memberships',
  {
    personId: uuid('person_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** Permissions given singly, beside those of the role. */
    extraPermissions: text('extra_permissions').array().$type<Permission[]>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'memberships_pk', columns: [t.personId, t.workspaceId] }),
    index('memberships_of_workspace').on(t.workspaceId),
    foreignKey({ name: 'memberships_person_fk', columns: [t.personId], foreignColumns: [people.id] }).onDelete('cascade'),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    createdAt: machineInstant('created_at').notNull(),
    expiresAt: machineInstant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'sessions_pk', columns: [t.id] }),
    index('sessions_of_person').on(t.personId),
    foreignKey({ name: 'sessions_person_fk', columns: [t.personId], foreignColumns: [people.id] }).onDelete('cascade'),
  ],
);

/** Failed sign-ins, by a hash of the address and of the origin, so that guessing is slowed whether the address exists or not. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  { id: uuid('id').notNull(), subject: text('subject').notNull(), at: machineInstant('at').notNull() },
  (t) => [primaryKey({ name: 'sign_in_attempts_pk', columns: [t.id] }), index('sign_in_attempts_recent').on(t.subject, t.at)],
);

/** Workers alive, for the health page. */
export const workers = pgTable('workers', { id: uuid('id').notNull(), seenAt: machineInstant('seen_at').notNull() }, (t) => [
  primaryKey({ name: 'workers_pk', columns: [t.id] }),
]);
