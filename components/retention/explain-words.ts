import type { explainEntity } from '#lib/retention/explain-entity.ts';
import { purgeDay } from '#lib/retention/rules/lifecycle.ts';
import type { Day } from '#lib/time.ts';
import { count, formatDay, formatNumber, relativeDay, utcDay } from '@/components/ui/format.ts';
import { kindName } from './kind-name.ts';

export type Explanation = Awaited<ReturnType<typeof explainEntity>>;

/** What state a record is in, when it was last heard of, and what becomes of it if nothing arrives; each with the rule that decides. */
export function explainWords(explained: Explanation, now: string): string {
  const { name, entity, state } = explained;
  const said = name ?? decodeURIComponent(entity.split('/').at(-1) ?? '');
  return `${said} is ${state}. ${heard(explained)} ${outcomeWords(explained, now)}`;
}

/** What becomes of it if nothing arrives, alone. */
export function outcomeWords(explained: Explanation, now: string): string {
  const stays = explained.kind === 'accounts' || explained.mark !== null || explained.along !== null;
  const along = stays ? '' : 'It goes along if its account is marked before (R10).';
  const archived = explained.state === 'archived' ? 'An archived record goes on ageing (R16).' : '';
  const waiting = explained.waiting_for === null ? '' : WAITING[explained.waiting_for](explained);
  const beaten = explained.beats.length > 0 ? 'This overrules the expiry of free accounts (R13).' : '';
  return [verdict(explained, now), along, archived, waiting, beaten].filter(Boolean).join(' ');
}

/** R3, R5. */
function heard({ last_information: { type, at }, inactive_days, counted_days }: Explanation): string {
  const days = inactive_days === null ? 'no inactive day yet' : count(inactive_days, 'inactive day');
  const counted =
    counted_days !== inactive_days && counted_days !== null
      ? `; the policy counts ${formatNumber(counted_days)} of them, from its save on (R5)`
      : '';
  return `Last information on ${formatDay(utcDay(at))} (${typeWords(type)}), so ${days}${counted}.`;
}

/** The same, item by item. */
export function explainFacts(explained: Explanation, now: string): { label: string; text: string }[] {
  const { last_information: last, mark } = explained;
  const due_on = dueDay(explained);
  const day = (on: string) => `${formatDay(on)} (${relativeDay(on, now)})`;
  const marked = mark === null ? `No${due_on === null ? '' : `, due on ${day(due_on)}`}` : `${day(mark.marked_on)}, ${CAUSES[mark.cause]}`;
  return [
    { label: 'Last information', text: `${day(utcDay(last.at))}, ${typeWords(last.type)}` },
    { label: 'Inactive days (R3)', text: daysText(explained.inactive_days) },
    { label: 'Counted days', text: countedText(explained) },
    { label: 'Decided by', text: decidedBy(explained) },
    { label: 'Overrules', text: explained.beats.length > 0 ? 'Expiry of free accounts (R13)' : 'Nothing' },
    { label: 'Waits for', text: explained.waiting_for === null ? 'Nothing' : WAITS[explained.waiting_for] },
    { label: 'Marked', text: marked },
    { label: 'Purge day', text: purgeText(explained, day) },
  ];
}

/** The day that marks it, by itself or along. */
export function dueDay({ along, due_on }: Explanation): Day | null {
  return along?.on ?? due_on;
}

function purgeText(explained: Explanation, day: (on: string) => string): string {
  const { purge_on, lift } = explained;
  const due_on = dueDay(explained);
  if (lift !== null) return `None: the mark is lifted on ${day(lift.on)} (R14)`;
  if (purge_on !== null) return day(purge_on);
  return due_on === null ? 'None' : `${day(purgeDay(due_on))}, if nothing arrives`;
}

const daysText = (days: number | null) => (days === null ? 'N/A' : formatNumber(days));

/** R5, R6. */
function countedText({ policy, counted_days, waiting_for }: Explanation): string {
  if (policy === null) return 'None, no policy takes it';
  if (waiting_for === 'update') return 'None before its first update (R6)';
  return `${daysText(counted_days)} of ${formatNumber(policy.days)}`;
}

function decidedBy({ rule, policy, mark, along }: Explanation): string {
  if (rule === 'R15') return 'Its hold (R15)';
  if (rule === 'R10') return `The mark of ${mark?.root ?? 'its account'} (R10)`;
  if (along !== null) return `The mark of ${along.root} (R10)`;
  return policy === null ? `No policy takes it (${rule})` : `${kindName(policy.kind)}, ${count(policy.days, 'inactive day')} (${rule})`;
}

/** What kind of information it was (R1). */
function typeWords(type: string): string {
  return type.replaceAll('_', ' ');
}

function verdict(explained: Explanation, now: string): string {
  const { mark, lift, policy, due_on, purge_on, rule } = explained;
  const day = (on: string | null) => (on === null ? '' : `${formatDay(on)} (${relativeDay(on, now)})`);
  if (mark !== null && lift !== null) {
    const then = lift.due_again_on === null ? 'Then it stays.' : `Then it is due again on ${day(lift.due_again_on)} if nothing arrives.`;
    return `Marked on ${formatDay(mark.marked_on)} for a cause that no longer holds: the daily process of ${day(lift.on)} lifts the mark (R14). ${then}`;
  }
  if (mark !== null) {
    const why = mark.cause === 'parent' ? `it goes along with ${mark.root ?? 'its account'} (R10)` : ownCause(mark.cause, policy);
    const end = `Gone for good on ${day(purge_on)} if nothing arrives (R11).`;
    return `Marked on ${formatDay(mark.marked_on)}: ${why}. ${end}`;
  }
  if (rule === 'R15') return 'It is neither marked nor purged (R15).';
  const takes = policy === null ? 'No policy that is on takes a record like it' : policyWords(policy);
  if (explained.along !== null) {
    const { on, root } = explained.along;
    const before = due_on === null ? '' : 'before that day ';
    const itself = due_on === null ? '' : `, so it is due itself on ${day(due_on)} (${rule})`;
    return `${takes}${itself}, but ${before}it goes along with ${root}, which is marked on ${day(on)} if nothing arrives (R10). Gone for good on ${day(purgeDay(on))} (R11).`;
  }
  if (policy === null) return `${takes}, and so it is kept (R4).`;
  if (rule === 'R6') return `${takes}, but that was switched on later: it is kept until its first update since (R6).`;
  const gone = due_on === null ? '' : ` Gone for good on ${day(purgeDay(due_on))} (R11).`;
  return `${takes}, so it is marked on ${day(due_on)} if nothing arrives (${rule}).${gone}`;
}

function ownCause(cause: 'inactivity' | 'expiry', policy: Explanation['policy']): string {
  const words = policy === null ? 'for its inactivity' : policyWords(policy);
  return `${words} (${cause === 'expiry' ? 'R13' : 'R9'})`;
}

function policyWords({ kind, days }: NonNullable<Explanation['policy']>): string {
  return kind === 'free_accounts'
    ? `Free and unknown accounts expire after ${count(days, 'inactive day')}`
    : `${kindName(kind)} are deleted after ${count(days, 'inactive day')}`;
}

const WAITING: Record<NonNullable<Explanation['waiting_for']>, (explained: Explanation) => string> = {
  update: () => '',
  hold: ({ holds }) =>
    holds
      .map(({ reason, until }) => `On hold ${until === null ? 'until a person ends it' : `through ${formatDay(until)}`}: “${reason}”.`)
      .join(' '),
  pause: ({ mark }) =>
    mark === null ? 'Marking is paused: it waits until that ends (R29).' : 'Purging is paused: it waits until that ends (R29).',
  approval: () => 'Its policy is above the breaker: the mark waits for a person (R29).',
};

const WAITS: Record<NonNullable<Explanation['waiting_for']>, string> = {
  update: 'Its first update since the policy was switched on (R6)',
  hold: 'The end of its hold (R15)',
  pause: 'The end of the pause (R29)',
  approval: 'A person who allows the marks (R29)',
};
const CAUSES = { inactivity: 'for its inactivity', expiry: 'expired', parent: 'goes along' };
