import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { platform } from '../client.ts';
import { testDatabase } from '../testing/test-database.ts';
import { arrayOf, unnest } from './unnest.ts';

testDatabase();

const TEXTS = ['', ' ', 'NULL', 'null', '{}', '{a,b}', '"', '\\', '\\"', '\n\t', "'", '🦊', ',', '__proto__', null];

test('a list arrives as it was, whatever its texts hold', async () => {
  const [row] = await platform((tx) => tx.execute<{ list: string[] }>(sql`select to_json(${arrayOf('text', TEXTS)}) as list`));
  expect(row?.list).toEqual(TEXTS);
});

test('rows arrive in order, with a type a column; none are none', async () => {
  const rows = [
    { at: '2026-07-01T09:00:00.123Z', day: '2026-07-01', count: 1e12, order: 3, id: null },
    { at: null, day: '2016-02-29', count: 0.1, order: null, id: '01a21253-398b-76a6-84ff-5c984fbb280d' },
  ];
  const read = (some: typeof rows) =>
    platform((tx) =>
      tx.execute(
        sql`select r.id, r.day, r.count, r.place::int, r.at = '2026-07-01 09:00:00.123Z' as same from ${unnest(some, {
          at: ['timestamptz', (r) => r.at],
          day: ['date', (r) => r.day],
          count: ['float8', (r) => r.count],
          place: ['bigint', (r) => r.order],
          id: ['uuid', (r) => r.id],
        })}`,
      ),
    );
  expect([...(await read(rows))]).toEqual([
    { id: null, day: '2026-07-01', count: 1e12, place: 3, same: true },
    { id: rows[1]?.id, day: '2016-02-29', count: 0.1, place: null, same: null },
  ]);
  expect(await read([])).toHaveLength(0);
});
