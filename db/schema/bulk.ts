import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { EntityKind } from '#lib/entities/rules/entity-reference.ts';
import { instant, workspaceId, workspacePolicy } from './columns.ts';

/** Changes of many entities that somebody asked for at once: done in chunks, each a transaction, and found again by who started them. */
export const bulkJobs = pgTable(
  'bulk_jobs',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    /** The command: `entities.revive`. */
    command: text('command').notNull(),
    kind: text('kind').$type<EntityKind>().notNull(),
    /** As the audit trail names them. */
    startedBy: text('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Entities that it is about, those that were worked on, and those of them that were changed. */
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    changed: integer('changed').notNull().default(0),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ name: 'bulk_jobs_pk', columns: [t.workspaceId, t.id] }),
    index('bulk_jobs_of_starter').on(t.workspaceId, t.startedBy, t.id),
    workspacePolicy('bulk_jobs'),
  ],
).enableRLS();

/** What a bulk job has still to work on, as it was when it was asked for. */
export const bulkRows = pgTable(
  'bulk_rows',
  { workspaceId: workspaceId(), jobId: uuid('job_id').notNull(), entityId: uuid('entity_id').notNull() },
  (t) => [
    primaryKey({ name: 'bulk_rows_pk', columns: [t.workspaceId, t.jobId, t.entityId] }),
    foreignKey({ name: 'bulk_rows_job_fk', columns: [t.workspaceId, t.jobId], foreignColumns: [bulkJobs.workspaceId, bulkJobs.id] }),
    workspacePolicy('bulk_rows'),
  ],
).enableRLS();

/** Local: the bulk jobs that are not finished, which an idle worker goes on with. */
export const openBulkJobs = pgTable('open_bulk_jobs', { workspaceId: uuid('workspace_id').notNull(), id: uuid('id').notNull() }, (t) => [
  primaryKey({ name: 'open_bulk_jobs_pk', columns: [t.workspaceId, t.id] }),
]);
