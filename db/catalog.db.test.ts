import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { platform, read } from './client.ts';
import { TABLE_CLASSES } from './schema/classes.ts';
import { testDatabase } from './testing/test-database.ts';
import { makeToldWorkspace, SIGNALS } from './testing/told-workspace.ts';

testDatabase();

type Row = Record<string, string | boolean | string[]>;
const { distributed, local } = TABLE_CLASSES;
const catalog = (query: ReturnType<typeof sql>) => platform(async (tx) => [...(await tx.execute<Row>(query))]);
const ours = sql`n.nspname = 'public' and c.relname <> '__drizzle_migrations'`;
const classOf = (table: unknown) => (distributed as readonly unknown[]).includes(table);

test('every table is in exactly one class', async () => {
  const rows = await catalog(sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p') and not c.relispartition`);
  expect(rows.map(({ name }) => name).sort()).toEqual([...distributed, ...local].sort());
});

describe('a table of workspace data', () => {
  test.each(distributed.filter((table) => table !== 'workspaces'))(
    '%s has the workspace first in its key and in every index',
    async (table) => {
      const rows = await catalog(sql`select i.relname as name, (
        select a.attname from pg_attribute a where a.attrelid = x.indrelid and a.attnum = x.indkey[0]) as first
      from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = ${table}::regclass`);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toMatchObject({ first: 'workspace_id' });
      const [column] = await catalog(sql`select format_type(atttypid, atttypmod) as type, attnotnull as "notNull" from pg_attribute
      where attrelid = ${table}::regclass and attname = 'workspace_id'`);
      expect(column).toEqual({ type: 'uuid', notNull: true });
    },
  );

  test.each(distributed)('%s is seen through a policy that compares with the setting, and by nobody without it', async (table) => {
    const [secured] = await catalog(
      sql`select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where oid = ${table}::regclass`,
    );
    expect(secured).toEqual({ enabled: true, forced: false });
    const policies = await catalog(sql`select permissive, roles::text, cmd, qual, with_check from pg_policies where tablename = ${table}`);
    const condition = expect.stringMatching(
      /^\((workspace_)?id = \(NULLIF\(current_setting\('app\.workspace_id'::text, true\), ''::text\)\)::uuid\)$/,
    );
    expect(policies).toEqual([{ permissive: 'PERMISSIVE', roles: '{perennial_app}', cmd: 'ALL', qual: condition, with_check: condition }]);
  });
});

test('foreign keys stay within a class, bear the workspace, and never set a column to null', async () => {
  const keys =
    await catalog(sql`select k.conrelid::regclass::text as "from", k.confrelid::regclass::text as "to", k.confdeltype as deleted, k.confupdtype as updated,
      (select array_agg(a.attname::text order by u.i) from unnest(k.conkey) with ordinality u(n, i) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n) as columns
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype = 'f' and n.nspname = 'public'`);
  expect(keys.length).toBeGreaterThan(5);
  for (const { from, to, deleted, updated, columns } of keys) {
    expect(`${from} to ${to}: ${classOf(from)}`).toBe(`${from} to ${to}: ${classOf(to)}`);
    expect(['a', 'r', 'c']).toContain(deleted);
    expect(['a', 'r', 'c']).toContain(updated);
    if (classOf(from)) expect([from, (columns as string[])[0]]).toEqual([from, 'workspace_id']);
  }
});

test('there is no trigger, rule, view or sequence', async () => {
  const things = await catalog(sql`
    select t.tgname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal
    union all select r.rulename from pg_rules r where r.schemaname = 'public'
    union all select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('v', 'm', 'S')`);
  expect(things).toEqual([]);
});

test('every name has 54 characters at most', async () => {
  const names = await catalog(sql`
    select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours}
    union select k.conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname = 'public'
    union select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'r'`);
  expect(names.filter(({ name }) => String(name).length > 54)).toEqual([]);
});

test('the application’s role passes no policy, owns nothing, and cannot change what the trail says', async () => {
  const [role] = await catalog(sql`select rolsuper, rolbypassrls from pg_roles where rolname = 'perennial_app'`);
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  expect(await catalog(sql`select relname from pg_class where relowner = 'perennial_app'::regrole`)).toEqual([]);
  const may = (what: string) => sql`has_table_privilege('perennial_app', 'audit_entries', ${what})`;
  const [trail] = await catalog(
    sql`select ${may('insert')} as added, ${may('update')} as changed, ${may('delete')} as taken, ${may('truncate')} as emptied`,
  );
  expect(trail).toEqual({ added: true, changed: false, taken: false, emptied: false });
});

describe('what two workspaces were told', () => {
  const here = {} as Awaited<ReturnType<typeof makeToldWorkspace>>;

  beforeAll(async () => {
    const neighbour = await makeToldWorkspace();
    await neighbour.record(...SIGNALS);
    Object.assign(here, await makeToldWorkspace());
    await here.record(...SIGNALS);
  });

  test.each(distributed)(
    'of %s a statement without any condition reads the rows of its own workspace alone, and none outside of one',
    async (table) => {
      const column = sql.identifier(table === 'workspaces' ? 'id' : 'workspace_id');
      const owners = sql`select distinct ${column} as id from ${sql.identifier(table)}`;
      const seen = await read(here.workspaceId, async (tx) => [...(await tx.execute<Row>(owners))]);
      expect(seen.filter(({ id }) => id !== here.workspaceId)).toEqual([]);
      expect(await catalog(owners)).toEqual([]);
    },
  );
});
