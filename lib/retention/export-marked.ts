import type { Context } from '#lib/context.ts';
import { csvLine } from '#lib/csv.ts';
import { parseInput } from '#lib/door.ts';
import { listMarkedPage, MarkedPageQuery } from './list-marked-page.ts';
import type { MarkedAnswer } from './rules/marked-answer.ts';

const ROWS_A_READ = 1000;

/** What the marked list shows under its filter and order, as lines of CSV with a head, read page by page: memory does not grow with it.
 *  AppError `forbidden`, `invalid` before the first line. */
export async function* exportMarked(ctx: Context, query: unknown): AsyncGenerator<string> {
  const { after: _, before: __, end: ___, ...filter } = parseInput(MarkedPageQuery, query);
  let page = await listMarkedPage(ctx, { ...filter, limit: ROWS_A_READ });
  const columns = COLUMNS[page.entity];
  yield csvLine(columns);
  for (;;) {
    yield page.rows.map((row) => csvLine(columns.map((column) => cellOf(row, column)))).join('');
    if (page.next === null) return;
    page = await listMarkedPage(ctx, { ...filter, limit: ROWS_A_READ, after: page.next });
  }
}

const STANDING = ['cause', 'inactive_days', 'last_information_at', 'marked_on', 'purge_on', 'archived', 'on_hold'];
const VALUE = ['contract_status', 'contract_value', 'parent', 'root'];
const ALONG = ['users', 'objects', 'sub_accounts'];
const COLUMNS: Record<MarkedAnswer['kind'], readonly string[]> = {
  accounts: ['account', 'name', ...VALUE, ...STANDING, ...ALONG],
  users: ['account', 'user', 'name', ...STANDING],
  objects: ['collection', 'account', 'object', 'name', ...STANDING],
};

function cellOf(row: MarkedAnswer, column: string): string | number | boolean | null {
  const cells: Record<string, unknown> = row.kind === 'accounts' ? { ...row, ...row.goes_along } : row;
  const value = cells[column];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
