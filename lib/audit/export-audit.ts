import type { Context } from '#lib/context.ts';
import { csvLine } from '#lib/csv.ts';
import { parseInput } from '#lib/door.ts';
import { AuditPageQuery, type AuditRow, listAuditPage } from './list-audit-page.ts';
import { canonicalJson } from './rules/chain.ts';

const ROWS_A_READ = 1000;

/** The entries that fit, newest first, as lines of CSV with a head, read page by page: memory does not grow with the trail.
 *  AppError `forbidden`, `invalid` before the first line. */
export async function* exportAudit(ctx: Context, query: unknown): AsyncGenerator<string> {
  const { after: _, before: __, end: ___, ...filter } = parseInput(AuditPageQuery, query);
  let page = await listAuditPage(ctx, { ...filter, limit: ROWS_A_READ });
  yield csvLine(['number', 'at', 'actor', 'by', 'action', 'rule', 'entity', 'from', 'to', 'hash']);
  for (;;) {
    yield page.rows.map(lineOf).join('');
    if (page.next === null) return;
    page = await listAuditPage(ctx, { ...filter, limit: ROWS_A_READ, after: page.next });
  }
}

function lineOf({ number, at, actor, by, action, rule, entity, from, to, hash }: AuditRow): string {
  return csvLine([number, at, actor, by, action, rule, entity, jsonText(from), jsonText(to), hash]);
}

const jsonText = (value: unknown) => (value === null ? null : canonicalJson(value));
