import { z } from 'zod';
import { readPolicies } from '#db/policies.ts';
import { readMembers } from '#db/read-members.ts';
import { AppError } from '#lib/errors.ts';
import { requireReference } from '#lib/require-reference.ts';
import { nextMark } from '#lib/retention/rules/next-mark.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { objectAnswer, userAnswer } from './rules/entity-answer.ts';

/** One user or object, as its panel shows it. AppError `not-found`. */
export const memberPage = view({
  name: 'members.page',
  permission: 'member',
  scope: 'read',
  input: z.object({ kind: z.enum(['users', 'objects'], 'Choose users or objects.'), entity: z.string() }),
  async read({ tx, workspaceId, now }, { kind, entity }) {
    const reference = requireReference(kind, entity);
    if (reference.kind === 'accounts') throw new Error('a member is no account');
    const member = reference.kind === 'users' ? reference.user : reference.object;
    const collection = reference.kind === 'users' ? undefined : reference.collection;
    const filter = { account: reference.account, member, collection };
    const keyset = { key: null, backwards: false, limit: 1 };
    const [facts] = await readMembers(tx, { workspaceId, kind, filter, order: 'name', keyset });
    if (!facts) throw new AppError('not-found', 'There is no such user or object.');
    const { set } = await readPolicies(tx, { workspaceId });
    return {
      now,
      kind,
      entity,
      member,
      collection: collection ?? null,
      answer: kind === 'users' ? userAnswer(facts, dayOf(now)) : objectAnswer(facts, dayOf(now)),
      last_information_type: facts.lastInformationType,
      /** The policy of its own kind, and when that would mark it; null where it is off. */
      policy: nextMark(set, collection ?? 'users', facts, now),
    };
  },
});
export type MemberPage = Awaited<ReturnType<typeof memberPage>>;
