import { z } from 'zod';
import {
  AccountAnswer,
  type AccountFacts,
  accountAnswer,
  type MemberFacts,
  ObjectAnswer,
  objectAnswer,
  UserAnswer,
  userAnswer,
} from '#lib/entities/rules/entity-answer.ts';
import { referenceText } from '#lib/entities/rules/entity-reference.ts';
import type { Day } from '#lib/time.ts';

/** R10, R12. What is purged, and revived, with a marked account. */
export const GoesAlong = z.object({ users: z.number().int(), objects: z.number().int(), sub_accounts: z.number().int() });
export type GoesAlong = z.infer<typeof GoesAlong>;

const entity = z.string().describe('The name by which it can be revived.');

/** A marked entity as lists say it. */
export const MarkedAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accounts'), entity, ...AccountAnswer.shape, goes_along: GoesAlong }),
  z.object({ kind: z.literal('users'), entity, ...UserAnswer.shape }),
  z.object({ kind: z.literal('objects'), entity, ...ObjectAnswer.shape }),
]);
export type MarkedAnswer = z.infer<typeof MarkedAnswer>;

export function markedAccount(facts: AccountFacts, along: GoesAlong | undefined, today: Day): MarkedAnswer {
  const entity = referenceText({ kind: 'accounts', account: facts.account });
  return { kind: 'accounts', entity, ...accountAnswer(facts, today), goes_along: along ?? { users: 0, objects: 0, sub_accounts: 0 } };
}

export function markedMember(facts: MemberFacts, today: Day): MarkedAnswer {
  if (facts.collection === null) {
    const answer = userAnswer(facts, today);
    return { kind: 'users', entity: referenceText({ kind: 'users', ...answer }), ...answer };
  }
  const answer = objectAnswer(facts, today);
  return { kind: 'objects', entity: referenceText({ kind: 'objects', ...answer }), ...answer };
}
