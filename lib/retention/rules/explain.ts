import { type Day, dayOf, type Instant, laterOf, nextProcessStart } from '#lib/time.ts';
import { inactiveDays } from './inactivity.ts';
import { expires, type MarkCause, purgeDay } from './lifecycle.ts';
import { nextMark } from './next-mark.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf } from './policy.ts';

/** An entity as it stands. For a user or object of a marked account the mark is the account's, with cause `parent`, unless it has one of its own. */
export type Explained = {
  /** The kind of its own policy: `accounts`, `users` or a collection's name. */
  kind: string;
  /** Of an account. */
  contractStatus: string | null;
  createdAt: Instant;
  lastInformationAt: Instant;
  cause: MarkCause | null;
  root: string | null;
  markedOn: Day | null;
  onHold: boolean;
};

/** What stands around it: the policies, the clock, pauses (R29), the kinds whose marks wait for a person or were refused, and whether the next daily process
 *  lifts its mark (R14). */
export type Situation = {
  set: PolicySet;
  now: Instant;
  markingPaused: boolean;
  purgingPaused: boolean;
  waiting: readonly string[];
  lifts: boolean;
};

export type Explanation = {
  inactive_days: number | null;
  counted_days: number | null;
  policy: { kind: string; days: number } | null;
  rule: 'R4' | 'R6' | 'R9' | 'R10' | 'R13' | 'R15';
  beats: 'R13'[];
  waiting_for: 'update' | 'hold' | 'pause' | 'approval' | null;
  due_on: Day | null;
  mark: { cause: MarkCause; marked_on: Day; root: string | null } | null;
  purge_on: Day | null;
  /** R14. The process day that lifts the mark, and the one that would mark it again if nothing arrived. */
  lift: { on: Day; due_again_on: Day | null } | null;
};

/** Why an entity is kept, marked or due: the rule that decides and those that it beat, what it waits for, and the days to come if nothing arrives. */
export function explain(entity: Explained, situation: Situation): Explanation {
  const { set, now } = situation;
  const kind = policyKind(entity, set);
  const next = kind === null ? null : nextMark(set, kind, entity, now);
  const { cause, markedOn, root } = entity;
  const mark = markedOn === null || cause === null ? null : { cause, marked_on: markedOn, root };
  const overruled = expiring(entity) && expiryOverruled(set) && policyOf(set, 'free_accounts').days !== null;
  return {
    inactive_days: inactiveDays(dayOf(entity.lastInformationAt), dayOf(now)),
    counted_days: next === null || next.waits_for !== null ? null : inactiveDays(countedFrom(entity, set, next.kind), dayOf(now)),
    policy: next === null ? null : { kind: next.kind, days: next.days },
    rule: ruleOf(entity, next),
    beats: overruled ? ['R13'] : [],
    waiting_for: waitingFor(entity, situation, next),
    due_on: mark !== null || entity.onHold ? null : (next?.on ?? null),
    mark,
    purge_on: mark === null ? null : purgeDay(mark.marked_on),
    lift:
      mark !== null && situation.lifts
        ? { on: dayOf(nextProcessStart(now)), due_again_on: entity.onHold ? null : (next?.on ?? null) }
        : null,
  };
}

type Next = ReturnType<typeof nextMark>;

/** R13. An account follows the account policy where that is on, else the expiry of free accounts where its status expires. */
function policyKind(entity: Explained, set: PolicySet): string | null {
  if (effectiveDays(set, entity.kind) !== null) return entity.kind;
  return expiring(entity) ? 'free_accounts' : null;
}

function expiring({ contractStatus }: Explained): boolean {
  return contractStatus !== null && expires(contractStatus);
}

/** R5. Where counting starts: at the last information, or at a later switching on. */
function countedFrom({ lastInformationAt }: Explained, set: PolicySet, kind: string): Day {
  const { mode, since } = policyOf(set, kind);
  return dayOf(mode === 'included' && since !== null ? laterOf(lastInformationAt, since) : lastInformationAt);
}

function ruleOf({ onHold, cause }: Explained, next: Next): Explanation['rule'] {
  if (onHold) return 'R15';
  if (cause === 'parent') return 'R10';
  if (cause !== null) return cause === 'expiry' ? 'R13' : 'R9';
  if (next === null) return 'R4';
  if (next.waits_for === 'update') return 'R6';
  return next.kind === 'free_accounts' ? 'R13' : 'R9';
}

function waitingFor({ onHold, markedOn }: Explained, situation: Situation, next: Next): Explanation['waiting_for'] {
  const soon = dayOf(nextProcessStart(situation.now));
  if (onHold) return 'hold';
  if (markedOn !== null) return situation.purgingPaused && purgeDay(markedOn) <= soon ? 'pause' : null;
  if (next === null || next.waits_for !== null) return next?.waits_for ?? null;
  if (next.on === null || next.on > soon) return null;
  if (situation.markingPaused) return 'pause';
  return situation.waiting.includes(next.kind) ? 'approval' : null;
}
