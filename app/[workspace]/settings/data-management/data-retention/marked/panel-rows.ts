import type { AccountPage } from '#lib/entities/account-page.ts';
import type { MemberPage } from '#lib/entities/member-page.ts';
import { referenceText } from '#lib/entities/rules/entity-reference.ts';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';

/** What a panel shows, as the list has it: so that both are revived alike. */
export function rowOfAccount({ account, members, sub_accounts_along }: AccountPage): MarkedAnswer {
  const along = (users: boolean) => members.filter(({ kind }) => (kind === 'users') === users).reduce((n, { along }) => n + along, 0);
  return {
    kind: 'accounts',
    entity: referenceText({ kind: 'accounts', account: account.account }),
    ...account,
    goes_along: { users: along(true), objects: along(false), sub_accounts: sub_accounts_along },
  };
}

export function rowOfMember({ kind, entity, member, collection, answer }: MemberPage): MarkedAnswer {
  if (kind === 'users') return { kind, entity, ...answer, user: member };
  return { kind, entity, ...answer, object: member, collection: collection ?? '' };
}
