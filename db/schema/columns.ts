import { sql } from 'drizzle-orm';
import { customType, pgPolicy, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Day, Instant } from '#lib/time.ts';

/** A UTC day; `YYYY-MM-DD` on both sides. */
export const day = customType<{ data: Day; driverData: string }>({ dataType: () => 'date' });

/** An instant, to the millisecond; ISO 8601 in UTC on our side. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz(3)',
  fromDriver: (value) => new Date(value).toISOString() as Instant,
});

/** An instant by the machine's clock: sessions, sign-in, leases (never retention). */
export const machineInstant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const workspaceId = () => uuid('workspace_id').notNull();

/** The second lock of every workspace table: a transaction sees the rows of the workspace that it set, and no others. */
export const workspacePolicy = (table: string, column: string = 'workspace_id') =>
  pgPolicy(`${table}_of_workspace`, {
    for: 'all',
    to: 'perennial_app',
    using: sql.raw(`${column} = nullif(current_setting('app.workspace_id', true), '')::uuid`),
    withCheck: sql.raw(`${column} = nullif(current_setting('app.workspace_id', true), '')::uuid`),
  });
