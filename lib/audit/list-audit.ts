import { z } from 'zod';
import { latestAuditEntries } from '#db/audit-entries.ts';
import { decodeKey, PageInput, pageOf } from '#lib/page.ts';
import { view } from '#lib/view.ts';
import { AuditFilterInput, auditFilter } from './audit-filter.ts';

export const AuditQuery = z.object({ ...PageInput, ...AuditFilterInput });

/** R30. The entries of the audit trail, newest first. Actors are identifiers: `nameActors` knows what people call them. */
export const listAudit = view({
  name: 'audit.list',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: AuditQuery,
  async read({ tx, workspaceId }, { limit, cursor, ...query }) {
    const [below] = cursor === undefined ? [null] : decodeKey(cursor, KEY);
    const entries = await latestAuditEntries(tx, { workspaceId, filter: auditFilter(query), below, limit: limit + 1 });
    return pageOf(entries, limit, (entry) => [entry.number]);
  },
});

const KEY = z.tuple([z.int()]);
