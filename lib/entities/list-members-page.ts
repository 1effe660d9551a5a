import { z } from 'zod';
import { countMembersOf, readMembers } from '#db/read-members.ts';
import { keysetOf, ScreenPageInput, screenPage } from '#lib/keyset.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { COUNTED_UP_TO } from './list-accounts-page.ts';
import { objectAnswer, userAnswer } from './rules/entity-answer.ts';
import { MEMBER_KEYS, memberKey } from './rules/entity-order.ts';
import { StateQuery, stateOf } from './rules/entity-query.ts';

const MembersPageQuery = z.object({
  ...ScreenPageInput,
  account: z.string(),
  /** `users`, or a collection's name. */
  kind: z.string().default('users'),
  state: StateQuery.default('all'),
});

/** The users of an account, or its objects of a collection, by name, as a screen turns their pages. */
export const listMembersPage = view({
  name: 'members.list-page',
  permission: 'member',
  scope: 'read',
  input: MembersPageQuery,
  async read({ tx, workspaceId, now }, { account, kind: tab, state, ...where }) {
    const kind = tab === 'users' ? 'users' : 'objects';
    const filter = { account, state: stateOf(state), ...(kind === 'objects' ? { collection: tab } : {}) };
    const keyset = keysetOf(where, MEMBER_KEYS.name);
    const found = await readMembers(tx, { workspaceId, kind, filter, order: 'name', keyset });
    const { rows, ...page } = screenPage(found, keyset, (row) => memberKey('name', row));
    const { total, about } = await countMembersOf(tx, { workspaceId, kind, filter, upTo: COUNTED_UP_TO });
    const answers = rows.map((row) => ({
      ...(row.collection === null ? userAnswer(row, dayOf(now)) : objectAnswer(row, dayOf(now))),
      member: row.member,
      last_information_type: row.lastInformationType,
    }));
    return { now, rows: answers, ...page, total, about };
  },
});
export type MembersPage = Awaited<ReturnType<typeof listMembersPage>>;
