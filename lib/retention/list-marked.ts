import { z } from 'zod';
import { keysetOf } from '#lib/keyset.ts';
import { PageInput, pageOf } from '#lib/page.ts';
import { view } from '#lib/view.ts';
import { markedKeys, readMarked } from './read-marked.ts';
import { MarkedQuery, markedSet } from './rules/marked-query.ts';

export const ListMarkedQuery = z.object({ ...PageInput, ...MarkedQuery.shape });

/** What is marked, the earliest purge day first. A kind that nobody defined has nothing marked. */
export const listMarked = view({
  name: 'marked.list',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: ListMarkedQuery,
  async read(scene, { limit, cursor, ...query }) {
    const set = markedSet(query);
    const keyset = keysetOf({ after: cursor, limit }, markedKeys(set, 'purge_day'));
    const { data, ...page } = pageOf(
      await readMarked(scene, set, { order: 'purge_day', direction: 'asc', keyset }),
      limit,
      ({ key }) => key,
    );
    return { data: data.map(({ answer }) => answer), ...page };
  },
});
