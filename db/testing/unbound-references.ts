import { TABLE_CLASSES } from '../schema/classes.ts';

/** The references of a statement to distributed tables that no workspace is given for, as `table alias`: on machines that share the workspaces out, each of them
 *  would be asked. A reference is bound by `workspace_id = $n` on its alias, an insertion by the column; a statement with as many of them as references is right. */
export function unboundReferences(statement: string): string[] {
  const text = statement
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .toLowerCase();
  const unbound: string[] = [];
  const bound = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(BOUND)) bound.set(name, (bound.get(name) ?? 0) + 1);
  for (const [, verb = '', table = '', given = '', columns = ''] of text.matchAll(REFERENCE)) {
    const key = table === 'workspaces' ? 'id' : 'workspace_id';
    if (verb === 'into') {
      if (!new RegExp(`(^|[ ,])${key}([ ,]|$)`).test(columns)) unbound.push(`${table} into`);
      continue;
    }
    const alias = given === '' || NO_ALIAS.has(given) ? table : given;
    const name = [`${alias}.${key}`, `${table}.${key}`, key].find((n) => (bound.get(n) ?? 0) > 0);
    if (name === undefined) unbound.push(`${table} ${alias}`);
    else bound.set(name, (bound.get(name) ?? 0) - 1);
  }
  return unbound;
}

const TABLES = TABLE_CLASSES.distributed.join('|');
const REFERENCE = new RegExp(
  `(?:\\b(from|join|into|update|using)\\s+|,\\s*)(?:only\\s+)?(?:public\\.)?(${TABLES})\\b(?![.(])(?:\\s+as)?(?:[ \\t\\n]+([a-z_][a-z0-9_]*))?(?:\\s*\\(([^)]*)\\))?`,
  'g',
);
const BOUND = /((?:[a-z_][a-z0-9_]*\.)?(?:workspace_id|id))\s*=\s*\$\d+/g;
/** What follows a table that has no alias. */
const NO_ALIAS = new Set(
  'where on set order limit group for returning union inner left right full cross join using values select default offset'.split(' '),
);
