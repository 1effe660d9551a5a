import { z } from 'zod';
import { collectionNames } from '#db/collections.ts';
import { decodeCursor, PageInput, pageOf } from '#lib/page.ts';
import { view } from '#lib/view.ts';

/** The collections of a workspace by name. */
export const listCollections = view({
  name: 'collections.list',
  permission: 'member',
  scope: 'read',
  input: z.object(PageInput),
  async read({ tx, workspaceId }, { limit, cursor }) {
    const [after = ''] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const names = await collectionNames(tx, { workspaceId, after: String(after), limit: limit + 1 });
    const rows = names.map((collection) => ({ collection }));
    return pageOf(rows, limit, ({ collection }) => [collection]);
  },
});
