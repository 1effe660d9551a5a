import type { AccountPage } from '#lib/entities/account-page.ts';
import { purgeDay } from '#lib/retention/rules/lifecycle.ts';
import { type Day, dayOf, type Instant } from '#lib/time.ts';
import type { Explanation } from '@/components/retention/explain-words.ts';
import { count } from '@/components/ui/format.ts';

/** What will become of an account if nothing arrives and nobody acts. */
export type Next =
  | { name: 'gone'; on: Day; late: boolean }
  | { name: 'lifted'; on: Day | null; againOn: Day | null }
  | { name: 'marked'; on: Day; goneOn: Day; why: Why }
  | { name: 'kept'; why: Why };

/** Of its explanation. */
export type Ahead = Pick<Explanation, 'lift' | 'along'>;

/** A sentence, and the rule that it comes from. */
export type Why = { text: string; rule: string };

/** `explained`: what lifts its mark (R14), null where nothing does, and with whom it goes along (R10). While that is not known, a hold is taken to lift a mark. */
export function nextOf({ account, policy, now }: Pick<AccountPage, 'account' | 'policy' | 'now'>, explained?: Ahead): Next {
  const { lift, along } = explained ?? {};
  if (account.state === 'marked' && account.purge_on !== null) {
    if (lift === undefined ? account.on_hold : lift !== null)
      return { name: 'lifted', on: lift?.on ?? null, againOn: lift?.due_again_on ?? null };
    return { name: 'gone', on: account.purge_on as Day, late: account.purge_on <= dayOf(now as Instant) };
  }
  if (along) {
    const why = { text: `It goes along with ${along.root}, however active it is itself`, rule: 'R10' };
    return { name: 'marked', on: along.on, goneOn: purgeDay(along.on), why };
  }
  if (account.on_hold) return { name: 'kept', why: { text: 'it is on hold, and so neither marked nor purged', rule: 'R15' } };
  if (policy === null) return { name: 'kept', why: { text: 'no policy that is on takes an account like it', rule: 'R4' } };
  if (policy.on === null)
    return { name: 'kept', why: { text: 'the policy was switched on later, and it waits for its first update since', rule: 'R6' } };
  const who = policy.kind === 'accounts' ? 'Accounts are deleted' : 'Free and unknown accounts expire';
  const why = { text: `${who} after ${count(policy.days, 'inactive day')}`, rule: policy.kind === 'accounts' ? 'R9' : 'R13' };
  return { name: 'marked', on: policy.on, goneOn: purgeDay(policy.on), why };
}

/** What stands between it and its day besides, in a sentence; null where nothing does. `pause` and `approval` are of R29. */
export function waitWords(waiting: 'update' | 'hold' | 'pause' | 'approval' | null, marked: boolean): string | null {
  if (waiting === 'approval') return 'The marks of its policy wait for a person, who allows or refuses them';
  if (waiting !== 'pause') return null;
  return marked
    ? 'Purging is paused: it stays until the first run after the pause'
    : 'Marking is paused: the first run after the pause marks it';
}

/** The day that would mark it, if nothing arrived. */
function dueWords(page: Parameters<typeof nextOf>[0], dayText: (day: string) => string, explained?: Ahead): string {
  const next = nextOf(page, explained);
  return next.name === 'marked' ? `Due on ${dayText(next.on)}` : 'Stays';
}

/** What happens to a parent or sub-account of it, in a few words. */
export function relativeWords(
  relation: 'above' | 'self' | 'below',
  row: { account: string; state: string; on_hold: boolean; cause: string | null; root: string | null; purge_on: string | null },
  of: Pick<AccountPage, 'account' | 'policy' | 'now'>,
  dayText: (day: string) => string,
  explained?: Ahead,
): string {
  if (row.purge_on !== null) {
    const gone = `gone on ${dayText(row.purge_on)}`;
    if (row.cause === 'parent') return `Goes along, ${gone}`;
    return relation === 'below' && of.account.state === 'marked' ? `Own mark, ${gone}` : `G${gone.slice(1)}`;
  }
  if (row.on_hold) return 'Stays, on hold';
  if (explained?.along?.root === row.account) return `Due on ${dayText(explained.along.on)}, takes it along`;
  if (relation === 'above') return 'Stays, parents never go along';
  if (relation === 'self') return dueWords(of, dayText, explained);
  const takes = of.policy?.kind === 'accounts' && of.account.state !== 'marked' && !of.account.on_hold;
  return takes ? 'Would go along' : 'Stays';
}
