import { z } from 'zod';
import { readMembers } from '#db/read-members.ts';
import { keysetOf } from '#lib/keyset.ts';
import { PageInput, pageOf } from '#lib/page.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { objectAnswer } from './rules/entity-answer.ts';
import { MEMBER_KEYS, memberKey } from './rules/entity-order.ts';
import { StateQuery, stateOf } from './rules/entity-query.ts';

export const ObjectsQuery = z.object({
  ...PageInput,
  collection: z.string().optional(),
  account: z.string().optional(),
  state: StateQuery,
});

/** The objects of a workspace, of one collection or of one account by collection and identifier, active ones unless others are asked for. */
export const listObjects = view({
  name: 'objects.list',
  permission: 'member',
  scope: 'read',
  input: ObjectsQuery,
  async read({ tx, workspaceId, now }, { limit, cursor, collection, account, state }) {
    const filter = { collection, account, state: stateOf(state) };
    const keyset = keysetOf({ after: cursor, limit }, MEMBER_KEYS.object);
    const rows = await readMembers(tx, { workspaceId, kind: 'objects', filter, order: 'object', keyset });
    const { data, ...page } = pageOf(rows, limit, (row) => memberKey('object', row));
    return { data: data.map((row) => objectAnswer(row, dayOf(now))), ...page };
  },
});
