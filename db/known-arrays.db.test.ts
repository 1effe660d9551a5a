import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { platform } from './client.ts';
import { testDatabase } from './testing/test-database.ts';

testDatabase();

const UUID = '01980000-0000-7000-8000-000000000001';

test.each<{ type: string; list: unknown[] }>([
  { type: 'text', list: ['plain', 'with "quotes"', 'back\\slash', 'comma, brace }', '', 'NULL', 'two\nlines', null] },
  { type: 'uuid', list: [UUID] },
  { type: 'integer', list: [1, -2, null] },
  { type: 'double precision', list: [0.5, 1e300] },
  { type: 'date', list: ['2026-07-05', null] },
  { type: 'bigint', list: ['9007199254740993'] },
  { type: 'text', list: [] },
])('a list of $type comes back as it went: $list', async ({ type, list }) => {
  const rows = await platform((tx) => tx.execute<{ list: unknown[] }>(sql`select ${sql.param(list)}::${sql.raw(type)}[] as list`));
  expect(rows[0]?.list).toEqual(list);
});
