import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import { day, instant, workspaceId, workspacePolicy } from './columns.ts';

export const collections = pgTable(
  'collections',
  { workspaceId: workspaceId(), id: uuid('id').notNull(), name: text('name').notNull(), createdAt: instant('created_at').notNull() },
  (t) => [
    primaryKey({ name: 'collections_pk', columns: [t.workspaceId, t.id] }),
    uniqueIndex('collections_by_name').on(t.workspaceId, t.name),
    workspacePolicy('collections'),
  ],
).enableRLS();

/** What accounts, users and objects have in common: identity, clock, mark and holds. */
const entity = () => ({
  workspaceId: workspaceId(),
  id: uuid('id').notNull(),
  /** The sender's own identifier. */
  externalId: text('external_id').notNull(),
  name: text('name'),
  attributes: jsonb('attributes').$type<Record<string, unknown>>().notNull().default({}),
  createdAt: instant('created_at').notNull(),
  /** R1, R2. Never moves backwards. In no index: `indexed_information_day` stands in for it. */
  lastInformationAt: instant('last_information_at').notNull(),
  lastInformationType: text('last_information_type').notNull(),
  lastInformationDay: day('last_information_day').notNull().generatedAlwaysAs(sql`((last_information_at at time zone 'UTC')::date)`),
  /** The day by which the due indexes are ordered: at most 7 days behind the true one, never ahead of it. */
  indexedInformationDay: day('indexed_information_day').notNull(),
  /** R9. The process day of the mark; null is not marked. The purge day is 30 days later, always. */
  markedOn: day('marked_on'),
  cause: text('cause').$type<MarkCause>(),
  /** R15. How many standing holds keep this entity: its own, and for an account those on its users and objects. */
  holds: integer('holds').notNull().default(0),
  sortName: text('sort_name').notNull().generatedAlwaysAs(sql`left(lower(coalesce(name, external_id)), 200)`),
});

export const accounts = pgTable(
  'accounts',
  {
    ...entity(),
    /** Trimmed and in lower case; `unknown` where never told (DOMAIN, words). */
    contractStatus: text('contract_status').notNull().default('unknown'),
    contractValue: doublePrecision('contract_value'),
    parentId: uuid('parent_id'),
    /** R10. The account that took this one along; only with cause `parent`. May name one that is purged already. */
    rootId: uuid('root_id'),
    /** R16. Leaves lists, searches and quota; goes on ageing. */
    archivedAt: instant('archived_at'),
    /** R15. On hold itself, which also covers its users and objects. */
    held: boolean('held').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'accounts_pk', columns: [t.workspaceId, t.id] }),
    uniqueIndex('accounts_by_external_id').on(t.workspaceId, t.externalId),
    foreignKey({ name: 'accounts_parent_fk', columns: [t.workspaceId, t.parentId], foreignColumns: [t.workspaceId, t.id] }),
    index('accounts_of_parent').on(t.workspaceId, t.parentId).where(sql`parent_id is not null`),
    index('accounts_due').on(t.workspaceId, t.indexedInformationDay, t.id).where(sql`marked_on is null and holds = 0`),
    index('accounts_expiring')
      .on(t.workspaceId, t.indexedInformationDay, t.id)
      .where(sql`marked_on is null and holds = 0 and contract_status in ('free', 'unknown')`),
    index('accounts_marked').on(t.workspaceId, t.markedOn, t.id).where(sql`marked_on is not null`),
    index('accounts_along').on(t.workspaceId, t.rootId).where(sql`root_id is not null`),
    index('accounts_on_hold').on(t.workspaceId, t.id).where(sql`holds > 0`),
    index('accounts_sorted').on(t.workspaceId, t.sortName, t.id),
    index('accounts_archived').on(t.workspaceId, t.externalId).where(sql`archived_at is not null`),
    check('accounts_indexed_day', sql`${t.indexedInformationDay} between ${t.lastInformationDay} - 7 and ${t.lastInformationDay}`),
    check(
      'accounts_mark',
      sql`(${t.markedOn} is null) = (${t.cause} is null) and (${t.rootId} is not null) = (${t.cause} is not distinct from 'parent')`,
    ),
    check('accounts_cause', sql`${t.cause} in ('inactivity', 'expiry', 'parent')`),
    check('accounts_holds', sql`${t.holds} >= 0`),
    workspacePolicy('accounts'),
  ],
).enableRLS();

/** Without marks that they owe to their account: those are read from the account (R10). */
const memberChecks = (
  name: string,
  t: { indexedInformationDay: unknown; lastInformationDay: unknown; markedOn: unknown; cause: unknown; holds: unknown },
) => [
  check(`${name}_indexed_day`, sql`${t.indexedInformationDay} between ${t.lastInformationDay} - 7 and ${t.lastInformationDay}`),
  check(`${name}_mark`, sql`(${t.markedOn} is null) = (${t.cause} is null) and ${t.cause} = 'inactivity'`),
  check(`${name}_holds`, sql`${t.holds} >= 0`),
];

export const users = pgTable(
  'users',
  {
    ...entity(),
    accountId: uuid('account_id').notNull(),
    /** The latest accepted signal that named both this user and its account, and its place among the signals of that instant: usage that names
     *  only a user finds its account by it (R1). */
    namedAt: instant('named_at').notNull(),
    namedOrder: bigint('named_order', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'users_pk', columns: [t.workspaceId, t.id] }),
    uniqueIndex('users_by_external_id').on(t.workspaceId, t.accountId, t.externalId),
    index('users_of_any_account').on(t.workspaceId, t.externalId, t.id),
    foreignKey({ name: 'users_account_fk', columns: [t.workspaceId, t.accountId], foreignColumns: [accounts.workspaceId, accounts.id] }),
    index('users_due').on(t.workspaceId, t.indexedInformationDay, t.id).where(sql`marked_on is null and holds = 0`),
    index('users_marked').on(t.workspaceId, t.markedOn, t.id).where(sql`marked_on is not null`),
    index('users_on_hold').on(t.workspaceId, t.id).where(sql`holds > 0`),
    ...memberChecks('users', t),
    workspacePolicy('users'),
  ],
).enableRLS();

export const objects = pgTable(
  'objects',
  { ...entity(), accountId: uuid('account_id').notNull(), collectionId: uuid('collection_id').notNull() },
  (t) => [
    primaryKey({ name: 'objects_pk', columns: [t.workspaceId, t.id] }),
    uniqueIndex('objects_by_external_id').on(t.workspaceId, t.accountId, t.collectionId, t.externalId),
    foreignKey({ name: 'objects_account_fk', columns: [t.workspaceId, t.accountId], foreignColumns: [accounts.workspaceId, accounts.id] }),
    foreignKey({
      name: 'objects_collection_fk',
      columns: [t.workspaceId, t.collectionId],
      foreignColumns: [collections.workspaceId, collections.id],
    }),
    index('objects_of_collection').on(t.workspaceId, t.collectionId, t.externalId, t.id),
    index('objects_due').on(t.workspaceId, t.collectionId, t.indexedInformationDay, t.id).where(sql`marked_on is null and holds = 0`),
    index('objects_marked').on(t.workspaceId, t.collectionId, t.markedOn, t.id).where(sql`marked_on is not null`),
    index('objects_on_hold').on(t.workspaceId, t.id).where(sql`holds > 0`),
    ...memberChecks('objects', t),
    workspacePolicy('objects'),
  ],
).enableRLS();

/** R15. The holds that stand; `holds` on the entities counts them. */
export const holds = pgTable(
  'holds',
  {
    workspaceId: workspaceId(),
    kind: text('kind').$type<'accounts' | 'users' | 'objects'>().notNull(),
    entityId: uuid('entity_id').notNull(),
    /** The account that is kept by it: the entity itself, or the account of the user or object. */
    accountId: uuid('account_id').notNull(),
    reason: text('reason').notNull(),
    /** In force through this process day; null until a person ends it. */
    until: day('until'),
    by: text('by').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ name: 'holds_pk', columns: [t.workspaceId, t.kind, t.entityId] }),
    index('holds_ending').on(t.workspaceId, t.until).where(sql`until is not null`),
    index('holds_of_account').on(t.workspaceId, t.accountId),
    workspacePolicy('holds'),
  ],
).enableRLS();
