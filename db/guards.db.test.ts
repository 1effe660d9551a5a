import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TABLE_CLASSES } from './schema/classes.ts';
import { testDatabase } from './testing/test-database.ts';

/** What docs/operating.md promises to databases that are distributed over machines, held against the catalog that the migrations make. */
const { url } = testDatabase();

let catalog: postgres.Sql;
beforeAll(() => {
  catalog = postgres(url, { max: 1, onnotice: () => {} });
});
afterAll(() => catalog.end());

const DISTRIBUTED: readonly string[] = TABLE_CLASSES.distributed;
/** The column by which a table is distributed. */
const keyOf = (table: string) => (table === 'workspaces' ? 'id' : 'workspace_id');

async function names(query: postgres.PendingQuery<postgres.Row[]>): Promise<string[]> {
  return (await query).map((row) => String(row.name)).sort();
}

test('every table is in exactly one class', async () => {
  const tables = await names(catalog`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
  expect(Object.values(TABLE_CLASSES).flat().sort()).toEqual(tables);
});

describe('a distributed table', () => {
  test('has its key not null and a uuid', async () => {
    const columns =
      await catalog`select relname as name, attname, attnotnull, atttypid::regtype::text as type from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace and relname = any(${DISTRIBUTED}) and attname = any(${['workspace_id', 'id']})`;
    for (const table of DISTRIBUTED) {
      const column = columns.find((c) => c.name === table && c.attname === keyOf(table));
      expect(column, table).toMatchObject({ attnotnull: true, type: 'uuid' });
    }
  });

  test('has it first in every unique index, primary keys included', async () => {
    const indexes =
      await catalog`select t.relname as table, i.relname as name, a.attname as first, x.indisunique, x.indisprimary from pg_index x
      join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where t.relnamespace = 'public'::regnamespace and t.relname = any(${DISTRIBUTED})`;
    expect(indexes.filter((i) => i.indisunique && i.first !== keyOf(i.table))).toEqual([]);
    expect(new Set(indexes.filter((i) => i.indisprimary).map((i) => i.table))).toEqual(new Set(DISTRIBUTED));
  });

  test('has it first in every index: no question is asked of all workspaces', async () => {
    const others =
      await names(catalog`select i.relname as name from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where t.relnamespace = 'public'::regnamespace and t.relname = any(${DISTRIBUTED}) and a.attname is distinct from case t.relname when 'workspaces' then 'id' else 'workspace_id' end`);
    expect(others).toEqual([]);
  });

  test('refers to other distributed tables alone, by a key that begins with it, and without SET NULL or SET DEFAULT', async () => {
    const keys =
      await catalog`select conname as name, t.relname as table, r.relname as refers, a.attname as first, b.attname as first_there, confdeltype as on_delete, confupdtype as on_update
      from pg_constraint join pg_class t on t.oid = conrelid join pg_class r on r.oid = confrelid
        join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1] join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
      where contype = 'f' and t.relnamespace = 'public'::regnamespace`;
    for (const key of keys) {
      expect(DISTRIBUTED.includes(key.table), key.name).toBe(DISTRIBUTED.includes(key.refers));
      expect(['a', 'r', 'c'], key.name).toContain(key.on_delete);
      expect(['a', 'r', 'c'], key.name).toContain(key.on_update);
      if (DISTRIBUTED.includes(key.table)) expect([key.first, key.first_there], key.name).toEqual([keyOf(key.table), keyOf(key.refers)]);
    }
    expect(keys.length).toBeGreaterThan(5);
  });

  test('is under a row policy of the application’s role that compares with the setting, for reads and writes alike', async () => {
    const policies =
      await catalog`select tablename as table, roles::text, cmd, permissive, qual, with_check from pg_policies where schemaname = 'public'`;
    const enabled = await names(
      catalog`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
    );
    expect(enabled).toEqual([...DISTRIBUTED].sort());
    for (const table of DISTRIBUTED) {
      const comparison = `(${keyOf(table)} = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)`;
      expect(
        policies.filter((p) => p.table === table),
        table,
      ).toEqual([{ table, roles: '{perennial_app}', cmd: 'ALL', permissive: 'PERMISSIVE', qual: comparison, with_check: comparison }]);
    }
  });
});

test('there are no triggers, rules or views of ours', async () => {
  expect(
    await names(catalog`select tgname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
    where relnamespace = 'public'::regnamespace and not tgisinternal`),
  ).toEqual([]);
  expect(await names(catalog`select rulename as name from pg_rules where schemaname = 'public'`)).toEqual([]);
  expect(
    await names(catalog`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')`),
  ).toEqual([]);
});

test('no key comes from a sequence', async () => {
  expect(await names(catalog`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'`)).toEqual(
    [],
  );
});

test('names have at most 54 characters, and every constraint one of ours', async () => {
  const all = await catalog`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace
    union all select attname from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and attnum > 0
    union all select conname from pg_constraint where connamespace = 'public'::regnamespace
    union all select policyname from pg_policies where schemaname = 'public'
    union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c')`;
  expect(all.filter(({ name }) => name.length > 54)).toEqual([]);
  const unnamed = await names(catalog`select conname as name from pg_constraint join pg_class on pg_class.oid = conrelid
    where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and conname ~ '_(pkey|key|fkey)[0-9]*$'`);
  expect(unnamed).toEqual([]);
});

test('R30: the trail is append-only for the application', async () => {
  const [rights] = await catalog`select has_table_privilege('perennial_app', 'audit_entries', 'insert') as adds,
    has_table_privilege('perennial_app', 'audit_entries', 'update') or has_table_privilege('perennial_app', 'audit_entries', 'delete')
      or has_table_privilege('perennial_app', 'audit_entries', 'truncate') as changes`;
  expect(rights).toEqual({ adds: true, changes: false });
});

test('the application’s role passes no policy: neither owner nor superuser', async () => {
  const [role] = await catalog`select rolsuper, rolbypassrls, rolcanlogin,
    exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relowner = pg_roles.oid) as owns from pg_roles where rolname = 'perennial_app'`;
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: false });
});
