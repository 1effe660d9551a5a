import { sql } from 'drizzle-orm';
import { bigint, check, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Tripped } from '#lib/retention/rules/breaker.ts';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { DailyPlan } from '#lib/retention/rules/plan.ts';
import { day, instant, machineInstant, workspaceId, workspacePolicy } from './columns.ts';

export type Counts = Record<string, number>;

/** The daily process: at most one run a workspace and process day (R28). */
export const dailyRuns = pgTable(
  'daily_runs',
  {
    workspaceId: workspaceId(),
    day: day('day').notNull(),
    state: text('state').$type<'running' | 'waiting' | 'done' | 'failed'>().notNull(),
    /** The settings as they were and the steps that follow from them, as data. */
    plan: jsonb('plan').$type<DailyPlan>().notNull(),
    /** The step that is next, and where in it to go on; null is its beginning. */
    step: integer('step').notNull().default(0),
    cursor: jsonb('cursor').$type<unknown>(),
    /** Chunks that were committed. */
    chunks: integer('chunks').notNull().default(0),
    /** Per step of the plan, rows that it changed. */
    stepRows: integer('step_rows').array().notNull(),
    marked: jsonb('marked').$type<Counts>().notNull().default({}),
    lifted: jsonb('lifted').$type<Counts>().notNull().default({}),
    purged: jsonb('purged').$type<Counts>().notNull().default({}),
    /** R29. The policies whose marks waited for a person in this run. */
    breaker: jsonb('breaker').$type<Tripped[]>().notNull().default([]),
    /** What was counted before the run began, by the same conditions. */
    expected: jsonb('expected').$type<{ marked: Counts; purged: Counts }>().notNull(),
    startedBy: text('started_by').notNull(),
    /** By the workspace's clock. */
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** By the machine's clock: who works on it until when, and how long it took. */
    leaseHolder: uuid('lease_holder'),
    leaseUntil: machineInstant('lease_until'),
    beganAt: machineInstant('began_at').notNull(),
    endedAt: machineInstant('ended_at'),
    /** Why it failed, in words; only with state `failed`. */
    failure: text('failure'),
  },
  (t) => [
    primaryKey({ name: 'daily_runs_pk', columns: [t.workspaceId, t.day] }),
    check('daily_runs_state', sql`${t.state} in ('running', 'waiting', 'done', 'failed')`),
    workspacePolicy('daily_runs'),
  ],
).enableRLS();

/** What a run did to an entity: `unheld` ended its hold. */
export type RunEffect = 'unheld' | 'lifted' | 'purged' | 'marked';

/** A run's own list of what it did to whom. Keeps identifiers, never names or values; the audit holds a digest of each chunk (R30). */
export const runEffects = pgTable(
  'run_effects',
  {
    workspaceId: workspaceId(),
    day: day('day').notNull(),
    chunk: integer('chunk').notNull(),
    entityId: uuid('entity_id').notNull(),
    effect: text('effect').$type<RunEffect>().notNull(),
    /** The policy's kind under which it counts. */
    kind: text('kind').notNull(),
    /** The sender's identifiers: of the account, and of its user or object. */
    account: text('account').notNull(),
    member: text('member'),
    cause: text('cause').$type<MarkCause>(),
  },
  (t) => [
    primaryKey({ name: 'run_effects_pk', columns: [t.workspaceId, t.day, t.chunk, t.effect, t.entityId] }),
    workspacePolicy('run_effects'),
  ],
).enableRLS();

/** Append-only, numbered per workspace, each entry chained to the one before it (R30). */
export const auditEntries = pgTable(
  'audit_entries',
  {
    workspaceId: workspaceId(),
    number: bigint('number', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    rule: text('rule'),
    entity: text('entity'),
    from: jsonb('from').$type<unknown>(),
    to: jsonb('to').$type<unknown>(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ name: 'audit_entries_pk', columns: [t.workspaceId, t.number] }), workspacePolicy('audit_entries')],
).enableRLS();

/** The end of the chain: locked last in every transaction that writes. */
export const auditHeads = pgTable(
  'audit_heads',
  { workspaceId: workspaceId(), number: bigint('number', { mode: 'number' }).notNull(), hash: text('hash').notNull() },
  (t) => [primaryKey({ name: 'audit_heads_pk', columns: [t.workspaceId] }), workspacePolicy('audit_heads')],
).enableRLS();
