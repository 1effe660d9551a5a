import { doublePrecision, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, workspaceId, workspacePolicy } from './columns.ts';

/** R17. What stays of an expired account for trends. Its id is its own: nothing leads back to the account, its people or its parent. */
export const expiredAccounts = pgTable(
  'expired_accounts',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    contractStatus: text('contract_status').notNull(),
    contractValue: doublePrecision('contract_value'),
    /** Without text that holds an @ or more than 64 characters. */
    attributes: jsonb('attributes').$type<Record<string, unknown>>().notNull(),
    /** It was active from this day … */
    createdDay: day('created_day').notNull(),
    /** … until it was marked on this one. */
    expiredOn: day('expired_on').notNull(),
    lastInformationDay: day('last_information_day').notNull(),
  },
  (t) => [primaryKey({ name: 'expired_accounts_pk', columns: [t.workspaceId, t.id] }), workspacePolicy('expired_accounts')],
).enableRLS();

/** R17. Its usage by day, module and activity, without the people. */
export const expiredUsage = pgTable(
  'expired_usage',
  {
    workspaceId: workspaceId(),
    expiredId: uuid('expired_id').notNull(),
    day: day('day').notNull(),
    module: text('module').notNull(),
    activity: text('activity').notNull(),
    count: doublePrecision('count').notNull(),
  },
  (t) => [
    primaryKey({ name: 'expired_usage_pk', columns: [t.workspaceId, t.expiredId, t.day, t.module, t.activity] }),
    foreignKey({
      name: 'expired_usage_account_fk',
      columns: [t.workspaceId, t.expiredId],
      foreignColumns: [expiredAccounts.workspaceId, expiredAccounts.id],
    }),
    workspacePolicy('expired_usage'),
  ],
).enableRLS();
