import type { explainEntity } from '#lib/retention/explain-entity.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { count, formatDay, formatNumber, relativeDay, utcDay } from '@/components/ui/format.ts';

export type Explanation = Awaited<ReturnType<typeof explainEntity>>;

/** What state a record is in, when it was last heard of, and what becomes of it if nothing arrives; each with the rule that decides. */
export function explainWords(explained: Explanation, now: string): string {
  const { name, entity, state } = explained;
  const said = name ?? decodeURIComponent(entity.split('/').at(-1) ?? '');
  const waiting = explained.waiting_for === null ? '' : WAITING[explained.waiting_for](explained);
  const beaten = explained.beats.length > 0 ? 'This overrules the expiry of free accounts (R13).' : '';
  return [`${said} is ${state}.`, heard(explained), verdict(explained, now), waiting, beaten].filter(Boolean).join(' ');
}

/** R3, R5. */
function heard({ last_information: { type, at }, inactive_days, counted_days }: Explanation): string {
  const days = inactive_days === null ? 'no inactive day yet' : count(inactive_days, 'inactive day');
  const counted =
    counted_days !== inactive_days && counted_days !== null
      ? `; the policy counts ${formatNumber(counted_days)} of them, from its save on (R5)`
      : '';
  return `Last information on ${formatDay(utcDay(at))} (${type.replaceAll('_', ' ')}), so ${days}${counted}.`;
}

function verdict(explained: Explanation, now: string): string {
  const { mark, policy, due_on, purge_on, rule } = explained;
  const day = (on: string | null) => (on === null ? '' : `${formatDay(on)} (${relativeDay(on, now)})`);
  if (mark !== null) {
    const why = mark.cause === 'parent' ? `it goes along with ${mark.root ?? 'its account'} (R10)` : ownCause(mark.cause, policy);
    const end =
      rule === 'R15'
        ? 'It is on hold: the next daily process lifts the mark (R14).'
        : `Gone for good on ${day(purge_on)} if nothing arrives (R11).`;
    return `Marked on ${formatDay(mark.marked_on)}: ${why}. ${end}`;
  }
  if (rule === 'R15') return 'It is neither marked nor purged (R15).';
  if (policy === null) return 'No policy that is on takes a record like it, and so it is kept (R4).';
  const takes = policyWords(policy);
  if (rule === 'R6') return `${takes}, but that was switched on later: it is kept until its first update since (R6).`;
  return `${takes}, so it is marked on ${day(due_on)} if nothing arrives (${rule}).`;
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
