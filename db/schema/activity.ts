import { sql } from 'drizzle-orm';
import { doublePrecision, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant, workspaceId, workspacePolicy } from './columns.ts';
import { accounts } from './entities.ts';

/** Stands for "no user" in the key of `usage`. */
export const NO_USER = '00000000-0000-0000-0000-000000000000';

/** Usage added up by day (the sender's, where it can be believed), user, module and activity. */
export const usage = pgTable(
  'usage',
  {
    workspaceId: workspaceId(),
    accountId: uuid('account_id').notNull(),
    day: day('day').notNull(),
    userId: uuid('user_id').notNull().default(NO_USER),
    /** Empty where none was named. */
    module: text('module').notNull().default(''),
    activity: text('activity').notNull(),
    count: doublePrecision('count').notNull(),
  },
  (t) => [
    primaryKey({ name: 'usage_pk', columns: [t.workspaceId, t.accountId, t.day, t.userId, t.module, t.activity] }),
    index('usage_of_user')
      .on(t.workspaceId, t.userId)
      .where(sql.raw(`user_id <> '${NO_USER}'`)),
    foreignKey({ name: 'usage_account_fk', columns: [t.workspaceId, t.accountId], foreignColumns: [accounts.workspaceId, accounts.id] }),
    workspacePolicy('usage'),
  ],
).enableRLS();

export const touchpoints = pgTable(
  'touchpoints',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    accountId: uuid('account_id').notNull(),
    userIds: uuid('user_ids').array().notNull(),
    subject: text('subject'),
    content: text('content'),
    /** Fields of the sender that the platform does not know. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    /** When it happened, as the sender says where that can be believed. */
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'touchpoints_pk', columns: [t.workspaceId, t.id] }),
    index('touchpoints_of_account').on(t.workspaceId, t.accountId, t.at, t.id),
    foreignKey({
      name: 'touchpoints_account_fk',
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }),
    workspacePolicy('touchpoints'),
  ],
).enableRLS();

export const tasks = pgTable(
  'tasks',
  {
    workspaceId: workspaceId(),
    accountId: uuid('account_id').notNull(),
    externalId: text('external_id').notNull(),
    title: text('title'),
    status: text('status').$type<'created' | 'completed'>().notNull(),
    /** Fields of the sender that the platform does not know. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant('created_at').notNull(),
    completedAt: instant('completed_at'),
  },
  (t) => [
    primaryKey({ name: 'tasks_pk', columns: [t.workspaceId, t.accountId, t.externalId] }),
    foreignKey({ name: 'tasks_account_fk', columns: [t.workspaceId, t.accountId], foreignColumns: [accounts.workspaceId, accounts.id] }),
    workspacePolicy('tasks'),
  ],
).enableRLS();
