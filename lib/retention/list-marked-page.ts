import { z } from 'zod';
import { keysetOf, ScreenPageInput, screenPage } from '#lib/keyset.ts';
import { view } from '#lib/view.ts';
import { MARKED_ORDERS, markedKeys, readMarked } from './read-marked.ts';
import { MarkedQuery, markedSet } from './rules/marked-query.ts';

export const MarkedPageQuery = z.object({
  ...ScreenPageInput,
  ...MarkedQuery.shape,
  sort: z.enum(MARKED_ORDERS).default('purge_day'),
  direction: z.enum(['asc', 'desc']).default('asc'),
});

/** What is marked, as a screen turns its pages. `markedTotals` says how many match. */
export const listMarkedPage = view({
  name: 'marked.list-page',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: MarkedPageQuery,
  async read(scene, { after, before, end, limit, sort, direction, ...query }) {
    const set = markedSet(query);
    const keyset = keysetOf({ after, before, end, limit }, markedKeys(set, sort));
    const { rows, ...page } = screenPage(await readMarked(scene, set, { order: sort, direction, keyset }), keyset, ({ key }) => key);
    return { now: scene.now, entity: set.entity, rows: rows.map(({ answer }) => answer), ...page };
  },
});
export type MarkedPage = Awaited<ReturnType<typeof listMarkedPage>>;
