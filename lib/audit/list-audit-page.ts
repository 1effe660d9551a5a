import { z } from 'zod';
import { auditPage } from '#db/audit-entries.ts';
import { keysetOf, ScreenPageInput, screenPage } from '#lib/keyset.ts';
import { view } from '#lib/view.ts';
import { AuditFilterInput, auditFilter } from './audit-filter.ts';
import { nameActors } from './name-actors.ts';

export const AuditPageQuery = z.object({ ...ScreenPageInput, ...AuditFilterInput });

/** The audit trail as a screen turns its pages, newest first, with what people call the actors. */
export const listAuditPage = view({
  name: 'audit.list-page',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: AuditPageQuery,
  async read({ tx, ctx, workspaceId, now }, { after, before, end, limit, ...query }) {
    const keyset = keysetOf({ after, before, end, limit }, KEY);
    const entries = await auditPage(tx, { workspaceId, filter: auditFilter(query), keyset });
    const { rows, ...page } = screenPage(entries, keyset, ({ number }) => [String(number)]);
    const names = await nameActors({ ...ctx, tx }, { actors: [...new Set(rows.map(({ actor }) => actor))] });
    return { now, rows: rows.map((entry) => ({ ...entry, by: names[entry.actor] ?? entry.actor })), ...page };
  },
});

export type AuditPage = Awaited<ReturnType<typeof listAuditPage>>;
export type AuditRow = AuditPage['rows'][number];

const KEY = z.tuple([z.string().regex(/^\d{1,15}$/)]);
