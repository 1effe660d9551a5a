import { type SQL, sql } from 'drizzle-orm';

/** The end of a look-up of one row by its key within a workspace. Where the statistics do not know the workspace, which is so while its first import is
 *  under way beside large ones, every index that begins with it promises one row: by `=` any of them may be taken, and all of the workspace read for
 *  each key. Asked for in this order, the key's own index alone gives it. */
export function isOnly(column: string, key: string): SQL {
  return sql.raw(`${column} >= ${key} and ${column} <= ${key} order by ${column} limit 1`);
}
