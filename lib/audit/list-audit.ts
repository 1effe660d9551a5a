import { z } from 'zod';
import { latestAuditEntries } from '#db/audit-entries.ts';
import { AppError } from '#lib/errors.ts';
import { decodeCursor, PageInput, pageOf } from '#lib/page.ts';
import { addDays, type Day, DaySchema, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';

/** `from` and `to` are days, both included; the others are compared as they stand in the entries. */
export const AuditQuery = z.object({
  ...PageInput,
  entity: z.string().optional(),
  actor: z.string().optional(),
  action: z.string().optional(),
  from: DaySchema.optional(),
  to: DaySchema.optional(),
});

/** R30. The entries of the audit trail, newest first. Actors are identifiers: `nameActors` knows what people call them. */
export const listAudit = view({
  name: 'audit.list',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: AuditQuery,
  async read({ tx, workspaceId }, { limit, cursor, from, to, entity, actor, action }) {
    const filter = {
      entity,
      actor,
      action,
      ...(from === undefined ? {} : { from: beginningOf(from) }),
      ...(to === undefined ? {} : { before: beginningOf(addDays(to, 1)) }),
    };
    const below = cursor === undefined ? null : numberOf(cursor);
    const entries = await latestAuditEntries(tx, { workspaceId, filter, below, limit: limit + 1 });
    return pageOf(entries, limit, (entry) => [entry.number]);
  },
});

const beginningOf = (day: Day) => `${day}T00:00:00.000Z` as Instant;

function numberOf(cursor: string): number {
  const [number] = decodeCursor(cursor, 1);
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new AppError('invalid', 'The cursor is not one of this list.');
}
