import { REVIVE_DAYS } from '#lib/retention/rules/lifecycle.ts';
import { LAST_DAY } from './calendar.ts';
import type { DemoAccount } from './plan-families.ts';
import { type Fate, MARKED_AFTER } from './plan-fates.ts';
import { type Random, randomFrom } from './random.ts';

/** What a person decides about an account, after the day's signals. */
export type Deed = { day: number; does: 'revive' | 'hold' | 'archive'; account: string };

/** Of the accounts that would be gone without it: a hold on a later one could leave a day of the revive period without a mark. */
const HELD_SHARE = 0.03;
const ARCHIVED_SHARE = 0.03;
/** Of the sub-accounts that stay active when the one above them falls silent. */
const KEPT_SHARE = 0.3;

/** People revive some of what was marked, hold back a little of what would be, and archive what they want out of sight. */
export function planDeeds(seed: string, accounts: readonly DemoAccount[], fates: ReadonlyMap<string, Fate>): Deed[] {
  const random = randomFrom(`${seed} deeds`);
  const deeds = accounts.flatMap((account): Deed[] => {
    const fate = fates.get(account.account);
    const above = account.parent === null ? undefined : fates.get(account.parent);
    const decision = fate && decide(random, account, fate, above);
    return decision ? [{ ...decision, account: account.account }] : [];
  });
  return deeds.filter(({ day }) => day < LAST_DAY);
}

function decide(random: Random, { parent, joins }: DemoAccount, fate: Fate, above: Fate | undefined): Omit<Deed, 'account'> | null {
  const { silentFrom, returns, revivedOn } = fate;
  if (revivedOn !== null) return { day: revivedOn, does: 'revive' };
  if (silentFrom === null) {
    if (!above || above.silentFrom === null || !random.chance(KEPT_SHARE)) return null;
    return { day: Math.max(joins, above.silentFrom) + 30, does: 'hold' };
  }
  if (parent !== null || returns !== null) return null;
  const purged = silentFrom + MARKED_AFTER < LAST_DAY - REVIVE_DAYS;
  if (purged && random.chance(HELD_SHARE)) return { day: silentFrom + random.whole(20, 80), does: 'hold' };
  return random.chance(ARCHIVED_SHARE) ? { day: silentFrom + random.whole(5, 60), does: 'archive' } : null;
}
