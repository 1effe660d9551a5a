import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { arrayOf } from './engine/unnest.ts';

/** Up to so many accounts are found first and then read; where a word has more, the list is read in its order and asked row by row. */
const FOUND_FIRST = 5_000;

/** The condition of a search on accounts `a`: part of the name, or the beginning of the identifier. */
export async function searchAccounts(tx: Tx, { workspaceId, q }: { workspaceId: string; q: string }): Promise<SQL> {
  const found = await tx.execute<{ id: string }>(
    sql`select search_accounts(${workspaceId}::uuid, ${q}, ${FOUND_FIRST + 1}::integer) as id`,
  );
  const ids = found.map(({ id }) => id);
  if (ids.length <= FOUND_FIRST) return sql`a.id = any(${arrayOf('uuid', ids)})`;
  const anywhere = [...q].length >= 3 ? sql`a.name ilike ${containing(q)} or` : sql``;
  return sql`(${anywhere} starts_with(a.sort_name, lower(${q})) or starts_with(a.external_id, ${q}))`;
}

/** `q` anywhere in a text, as a pattern. */
export function containing(q: string): string {
  return `%${literal(q)}%`;
}

/** A text that begins with `q`, as a pattern. */
export function beginning(q: string): string {
  return `${literal(q)}%`;
}

const literal = (q: string) => q.replaceAll(/[\\%_]/g, '\\$&');
