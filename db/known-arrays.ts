import { makePgArray } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';

/** The built-in types of which lists go to and fro, with those of their lists. */
const LISTS: readonly (readonly [element: number, list: number])[] = [
  [20, 1016], // bigint
  [21, 1005], // smallint
  [23, 1007], // integer
  [25, 1009], // text
  [114, 199], // json
  [700, 1021], // real
  [701, 1022], // double precision
  [1043, 1015], // varchar
  [1082, 1182], // date
  [1184, 1185], // timestamptz
  [1700, 1231], // numeric
  [2950, 2951], // uuid
  [3802, 3807], // jsonb
];

/** Tells the driver what lists look like, so that it need not ask the server at each new connection (`fetch_types`): where the server died while it was asked,
 *  nobody heard of it, and the process ended or waited for ever. */
export function knowArrays(client: postgres.Sql): void {
  const { parsers, serializers } = client.options as unknown as { parsers: Converters; serializers: Converters };
  for (const [element, list] of LISTS) {
    serializers[list] = (value) => (Array.isArray(value) ? makePgArray(value) : value);
    parsers[list] = (text) => readList(String(text)).map((item) => (item === null ? null : (parsers[element]?.(item) ?? item)));
  }
}

type Converters = Record<number, ((value: unknown) => unknown) | undefined>;

/** The elements of a list of one dimension, as the server writes it: `{a,"b \"c\"",NULL}`. */
export function readList(text: string): (string | null)[] {
  const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,]+/gs) ?? [];
  return items.map((item) => {
    if (item.startsWith('"')) return item.slice(1, -1).replace(/\\(.)/gs, '$1');
    return item === 'NULL' ? null : item;
  });
}
