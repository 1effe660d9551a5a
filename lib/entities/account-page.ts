import { z } from 'zod';
import { accountsAbove, accountsBelow, countTakeable, type Relative } from '#db/account-family.ts';
import { countMembers } from '#db/account-members.ts';
import { goesAlong } from '#db/goes-along.ts';
import { readPolicies } from '#db/policies.ts';
import { readAccount } from '#db/read-accounts.ts';
import { usageByDay } from '#db/usage-by-day.ts';
import type { Scene } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { expires } from '#lib/retention/rules/lifecycle.ts';
import { type NextMark, nextMark } from '#lib/retention/rules/next-mark.ts';
import { effectiveDays, type PolicySet } from '#lib/retention/rules/policy.ts';
import { addDays, type Day, dayOf, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { type AccountFacts, accountAnswer } from './rules/entity-answer.ts';
import { familyTree } from './rules/family-tree.ts';

/** As much as a page shows of an account's family, and of its usage. */
const ABOVE = 20;
const BELOW = 200;
const COUNTED = 10_000;
const USAGE_DAYS = 180;

/** All that the page of one account shows, but the pages of its members. AppError `not-found`. */
export const accountPage = view({
  name: 'accounts.page',
  permission: 'member',
  scope: 'read',
  input: z.object({ account: z.string() }),
  async read({ tx, workspaceId, now }, { account }) {
    const facts = await readAccount(tx, { workspaceId, account });
    if (!facts) throw new AppError('not-found', 'There is no such account.');
    const { id } = facts;
    const today = dayOf(now);
    const policy = policyFor(facts, (await readPolicies(tx, { workspaceId })).set, now);
    const members = await countMembers(tx, { workspaceId, id });
    const below = await accountsBelow(tx, { workspaceId, id, limit: BELOW + 1 });
    const usage = await usageByDay(tx, { workspaceId, accountId: id, from: addDays(today, -USAGE_DAYS + 1) });
    return {
      now,
      account: accountAnswer(facts, today),
      last_information_type: facts.lastInformationType,
      /** The policy that it falls under, and when that would mark it if nothing arrived, marks and holds aside; null where none is on. */
      policy,
      /** Users, and objects by collection: how many, and how many go along with the account. */
      members,
      /** R10. Sub-accounts that its mark took along or, while it has none, would take. */
      sub_accounts_along: await subAccountsAlong({ tx, workspaceId }, facts, policy?.kind),
      above: (await accountsAbove(tx, { workspaceId, id, limit: ABOVE })).map((row) => relative(row, today)),
      below: familyTree(below.slice(0, BELOW), id).map((row) => relative(row, today)),
      /** Whether there is more below than is shown. */
      more_below: below.length > BELOW,
      usage: { from: addDays(today, -USAGE_DAYS + 1), to: today, days: usage },
    };
  },
});
export type AccountPage = Awaited<ReturnType<typeof accountPage>>;

/** R13. An account policy that is on is for every account; else a free or unknown one may expire. */
function policyFor(facts: AccountFacts, set: PolicySet, now: Instant): NextMark | null {
  if (effectiveDays(set, 'accounts') !== null) return nextMark(set, 'accounts', facts, now);
  return expires(facts.contractStatus) ? nextMark(set, 'free_accounts', facts, now) : null;
}

async function subAccountsAlong(
  { tx, workspaceId }: Pick<Scene, 'tx' | 'workspaceId'>,
  { id, markedOn }: AccountFacts,
  policyKind: string | undefined,
): Promise<number> {
  if (markedOn !== null) return (await goesAlong(tx, { workspaceId, ids: [id] })).get(id)?.sub_accounts ?? 0;
  return policyKind === 'free_accounts' ? 0 : countTakeable(tx, { workspaceId, id, limit: COUNTED });
}

function relative(row: Relative, today: Day) {
  return { depth: row.depth, ...accountAnswer(row, today) };
}
