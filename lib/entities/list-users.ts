import { z } from 'zod';
import { readMembers } from '#db/read-members.ts';
import { keysetOf } from '#lib/keyset.ts';
import { PageInput, pageOf } from '#lib/page.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { userAnswer } from './rules/entity-answer.ts';
import { MEMBER_KEYS, memberKey } from './rules/entity-order.ts';
import { StateQuery, stateOf } from './rules/entity-query.ts';

export const UsersQuery = z.object({ ...PageInput, account: z.string().optional(), state: StateQuery });

/** The users of a workspace or of one account by identifier, active ones unless others are asked for. */
export const listUsers = view({
  name: 'users.list',
  permission: 'member',
  scope: 'read',
  input: UsersQuery,
  async read({ tx, workspaceId, now }, { limit, cursor, account, state }) {
    const filter = { account, state: stateOf(state) };
    const keyset = keysetOf({ after: cursor, limit }, MEMBER_KEYS.user);
    const rows = await readMembers(tx, { workspaceId, kind: 'users', filter, order: 'user', keyset });
    const { data, ...page } = pageOf(rows, limit, (row) => memberKey('user', row));
    return { data: data.map((row) => userAnswer(row, dayOf(now))), ...page };
  },
});
