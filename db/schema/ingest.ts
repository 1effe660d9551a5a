import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { IngestSource, RefusalKind } from '#lib/ingest/rules/received.ts';
import { instant, machineInstant, workspaceId, workspacePolicy } from './columns.ts';

/** Messages of clients that were taken in the last 24 hours by the workspace's clock, each by a hash of its `messageId`: one sent again stores nothing. */
export const clientMessages = pgTable(
  'client_messages',
  { workspaceId: workspaceId(), id: uuid('id').notNull(), at: instant('at').notNull() },
  (t) => [
    primaryKey({ name: 'client_messages_pk', columns: [t.workspaceId, t.id] }),
    index('client_messages_lapsed').on(t.workspaceId, t.at),
    workspacePolicy('client_messages'),
  ],
).enableRLS();

/** What came in each hour by the machine's clock, and what became of it; kept for 7 days. `received` is the sum of the four after it. */
export const ingestHours = pgTable(
  'ingest_hours',
  {
    workspaceId: workspaceId(),
    hour: machineInstant('hour').notNull(),
    source: text('source').$type<IngestSource>().notNull(),
    received: integer('received').notNull(),
    accepted: integer('accepted').notNull(),
    refused: integer('refused').notNull(),
    /** No account was known of its user. */
    unattributed: integer('unattributed').notNull(),
    /** Sent again, with the `messageId` of one that was taken. */
    repeated: integer('repeated').notNull(),
    /** Of the accepted ones: dated by receipt, because the sender's own timestamp could not be believed. */
    redated: integer('redated').notNull(),
    lastAt: machineInstant('last_at').notNull(),
  },
  (t) => [primaryKey({ name: 'ingest_hours_pk', columns: [t.workspaceId, t.hour, t.source] }), workspacePolicy('ingest_hours')],
).enableRLS();

/** The last that was refused, or found no account, for each reason; kept for 7 days by the machine's clock. The sample holds the names of
 *  fields and no value of an entity; `account` alone names one, and both are emptied when it is purged (R11). */
export const ingestRefusals = pgTable(
  'ingest_refusals',
  {
    workspaceId: workspaceId(),
    kind: text('kind').$type<RefusalKind>().notNull(),
    /** The field that was at fault, without what it holds: `attributes` for each of them. */
    field: text('field').notNull(),
    message: text('message').notNull(),
    /** As `field`, of the last one in whole. */
    path: text('path').notNull(),
    source: text('source').$type<IngestSource>().notNull(),
    times: integer('times').notNull(),
    lastAt: machineInstant('last_at').notNull(),
    account: text('account'),
    sample: jsonb('sample').$type<unknown>(),
  },
  (t) => [
    primaryKey({ name: 'ingest_refusals_pk', columns: [t.workspaceId, t.kind, t.field, t.message] }),
    workspacePolicy('ingest_refusals'),
  ],
).enableRLS();
