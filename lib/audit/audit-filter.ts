import { z } from 'zod';
import type { AuditFilter } from '#db/audit-entries.ts';
import { addDays, type Day, DaySchema, type Instant } from '#lib/time.ts';

/** `from` and `to` are days, both included; the others are compared as they stand in the entries. */
export const AuditFilterInput = {
  entity: z.string().optional(),
  actor: z.string().optional(),
  action: z.string().optional(),
  from: DaySchema.optional(),
  to: DaySchema.optional(),
};

type Query = { [K in keyof typeof AuditFilterInput]?: z.infer<(typeof AuditFilterInput)[K]> };

export function auditFilter({ from, to, entity, actor, action }: Query): AuditFilter {
  return {
    entity,
    actor,
    action,
    ...(from === undefined ? {} : { from: beginningOf(from) }),
    ...(to === undefined ? {} : { before: beginningOf(addDays(to, 1)) }),
  };
}

const beginningOf = (day: Day) => `${day}T00:00:00.000Z` as Instant;
