import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { DEFAULT_STATUS_NAMES, DEFAULT_VALUE_NAMES } from '#lib/ingest/rules/client-attributes.ts';
import type { PolicyMode } from '#lib/retention/rules/policy.ts';
import { instant, machineInstant, workspaceId, workspacePolicy } from './columns.ts';
import { collections } from './entities.ts';

export const workspaces = pgTable(
  'workspaces',
  {
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    plan: text('plan').$type<'free_trial' | 'non_paying' | 'paying'>().notNull(),
    extendedRetention: boolean('extended_retention').notNull(),
    /** Active accounts that the contract allows; null is no limit (R18). */
    quota: integer('quota'),
    createdAt: instant('created_at').notNull(),
    /** Where not null, the workspace lives at this instant (a test clock). */
    testClockAt: instant('test_clock_at'),
    /** Who advances the test clock just now, and until when by the machine's clock nobody else may. */
    advanceHolder: uuid('advance_holder'),
    advanceUntil: machineInstant('advance_until'),
    /** R5. The one save that initialized the workspace; null before it. */
    initializedAt: instant('initialized_at'),
    /** R29. A run that marks more than this share of a kind, and at least the floor, waits for a person. */
    breakerShare: integer('breaker_share').notNull().default(20),
    breakerFloor: integer('breaker_floor').notNull().default(100),
    markingPaused: boolean('marking_paused').notNull().default(false),
    purgingPaused: boolean('purging_paused').notNull().default(false),
    /** Who began the pause that lasts, as the audit trail names them, and when. */
    markingPausedBy: text('marking_paused_by'),
    markingPausedAt: instant('marking_paused_at'),
    purgingPausedBy: text('purging_paused_by'),
    purgingPausedAt: instant('purging_paused_at'),
    /** R16. Whether information for an archived account is refused. */
    archivedBlocks: boolean('archived_blocks').notNull().default(true),
    /** What the clients of others call an account's contract status and value, the first that fits counting. */
    statusNames: text('status_names').array().notNull().default(DEFAULT_STATUS_NAMES),
    valueNames: text('value_names').array().notNull().default(DEFAULT_VALUE_NAMES),
    /** Whether a tracking pixel needs a key beside the public service id. */
    pixelNeedsKey: boolean('pixel_needs_key').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'workspaces_pk', columns: [t.id] }),
    check('workspaces_plan', sql`${t.plan} in ('free_trial', 'non_paying', 'paying')`),
    check('workspaces_quota', sql`${t.quota} >= 0`),
    check('workspaces_breaker', sql`${t.breakerShare} between 1 and 100 and ${t.breakerFloor} >= 1`),
    check('workspaces_marking_paused', sql`num_nonnulls(${t.markingPausedBy}, ${t.markingPausedAt}) = 2 * ${t.markingPaused}::integer`),
    check('workspaces_purging_paused', sql`num_nonnulls(${t.purgingPausedBy}, ${t.purgingPausedAt}) = 2 * ${t.purgingPaused}::integer`),
    workspacePolicy('workspaces', 'id'),
  ],
).enableRLS();

/** One row a kind: `accounts`, `users`, `free_accounts`, or a collection's name (R4 to R7, R13). */
export const policies = pgTable(
  'policies',
  {
    workspaceId: workspaceId(),
    kind: text('kind').notNull(),
    /** Inactive days; null is Never. Meaningless while `inherits`. */
    days: integer('days'),
    /** R7. A collection that follows the account policy's days. */
    inherits: boolean('inherits').notNull(),
    /** R5, R6. Null while the policy is off; always null for free accounts, whose clock needs no start. */
    mode: text('mode').$type<PolicyMode>(),
    since: instant('since'),
    /** R29. The largest day of marks that whoever saved it was shown and accepted; stands until the value changes. */
    acceptedMarks: integer('accepted_marks'),
    /** R29. A person refused its marks; null after the next save of the kind. */
    refusedAt: instant('refused_at'),
    setBy: text('set_by'),
    setAt: instant('set_at'),
    /** The kind, where it is a collection's: there is no other one than these three. */
    collection: text('collection').generatedAlwaysAs(sql`case when kind in ('accounts', 'users', 'free_accounts') then null else kind end`),
  },
  (t) => [
    primaryKey({ name: 'policies_pk', columns: [t.workspaceId, t.kind] }),
    foreignKey({
      name: 'policies_collection_fk',
      columns: [t.workspaceId, t.collection],
      foreignColumns: [collections.workspaceId, collections.name],
    }),
    check('policies_days', sql`${t.days} between 1 and 3650`),
    check('policies_inherits', sql`not ${t.inherits} or ${t.collection} is not null`),
    check('policies_mode', sql`${t.mode} in ('included', 'late') and (${t.mode} is null) = (${t.since} is null)`),
    check('policies_accepted', sql`${t.acceptedMarks} >= 0`),
    workspacePolicy('policies'),
  ],
).enableRLS();

/** The first answer to a request with an idempotency key, for 24 hours by the workspace's clock. */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** Null while the first request runs. */
    status: integer('status'),
    answer: jsonb('answer'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ name: 'idempotent_answers_pk', columns: [t.workspaceId, t.key] }), workspacePolicy('idempotent_answers')],
).enableRLS();
