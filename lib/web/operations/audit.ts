import { z } from 'zod';
import { AuditQuery, listAudit } from '#lib/audit/list-audit.ts';
import type { AuditEntry } from '#lib/audit/rules/chain.ts';
import { verifyAudit } from '#lib/audit/verify-audit.ts';
import { operation } from '../operation.ts';
import { InstantText, pageOf } from './schemas.ts';

const Entry = z.object({
  number: z.number(),
  at: InstantText,
  actor: z.string(),
  action: z.string(),
  rule: z.string().nullable(),
  entity: z.string().optional(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
  hash: z.string(),
});

export const listAuditOperation = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/api/v1/audit',
  scope: ['retention', 'read'],
  summary: 'The audit trail, newest first. `from` and `to` are days, both included.',
  query: AuditQuery,
  answer: pageOf(Entry),
  async run(ctx, { query }) {
    const { data, next_cursor } = await listAudit(ctx, query);
    return { data: data.map(withoutNothing), next_cursor };
  },
});

/** What an entry does not speak of is left out. */
function withoutNothing({ entity, from, to, ...entry }: AuditEntry): z.infer<typeof Entry> {
  return { ...entry, ...(entity !== null && { entity }), ...(from !== null && { from }), ...(to !== null && { to }) };
}

export const verifyAuditOperation = operation({
  id: 'verifyAudit',
  method: 'GET',
  path: '/api/v1/audit/verify',
  scope: ['retention', 'read'],
  summary: 'Reads the whole trail and says whether its chain holds, and else which entry is the first that is broken.',
  answer: z.object({
    valid: z.boolean(),
    entries: z.number(),
    broken: z.object({ number: z.number(), reason: z.enum(['missing', 'changed', 'cut']) }).nullable(),
  }),
  run: (ctx) => verifyAudit(ctx, {}),
});
