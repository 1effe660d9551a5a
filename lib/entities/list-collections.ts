import { z } from 'zod';
import { collectionNames } from '#db/collections.ts';
import { decodeKey, PageInput, pageOf } from '#lib/page.ts';
import { view } from '#lib/view.ts';

const KEY = z.tuple([z.string()]);

/** The collections of a workspace by name. */
export const listCollections = view({
  name: 'collections.list',
  permission: 'member',
  scope: 'read',
  input: z.object(PageInput),
  async read({ tx, workspaceId }, { limit, cursor }) {
    const [after] = cursor === undefined ? [''] : decodeKey(cursor, KEY);
    const names = await collectionNames(tx, { workspaceId, after, limit: limit + 1 });
    const rows = names.map((collection) => ({ collection }));
    return pageOf(rows, limit, ({ collection }) => [collection]);
  },
});
