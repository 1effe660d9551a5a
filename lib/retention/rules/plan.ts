import { addDays, type Day, type Instant } from '#lib/time.ts';
import type { BreakerLimits } from './breaker.ts';
import { purgeCutoff } from './lifecycle.ts';
import { type DueCondition, dueCondition, effectiveDays, FIXED_KINDS, type PolicySet } from './policy.ts';

/** What the plan of a day is made from, as it was when the run began. */
export type RunSettings = {
  /** The workspace's instant at that moment. */
  at: Instant;
  policies: PolicySet;
  /** Collections by name, with their ids. */
  collections: readonly { id: string; name: string }[];
  markingPaused: boolean;
  purgingPaused: boolean;
  breaker: BreakerLimits;
  /** R29. By kind, the largest day that whoever saved the policy was shown and accepted. */
  accepted: Readonly<Record<string, number>>;
  /** R29. Kinds whose marks a person refused: none are made until the next save. */
  refused: readonly string[];
  /** Kinds whose policy is not what the last finished run went by: only their marks can have lost their cause, but for those on hold (R14). */
  changedKinds: readonly string[];
  /** R29. The policies of the moments at which a person allowed marks that waited in this run: they went by those. */
  allowedBy?: readonly PolicySet[];
  /** R10. The earlier run whose marks a person allowed: they may bear this same day, and are older marks all the same. */
  allowedIn?: Day | undefined;
};

/** Which marks a lift reads: all of its kind, or those on hold, which have an index of their own. */
export type LiftScope = 'all' | 'held';

/** One step of a daily process: which statement, with which constants. Steps run in order, each in chunks. */
export type Step =
  | { name: 'end-holds'; processDay: Day }
  | { name: 'lift-accounts'; kind: 'accounts' | 'free_accounts'; due: DueCondition | null; scope: LiftScope }
  | { name: 'lift-along' }
  | { name: 'lift-members'; members: Members; due: DueCondition | null; scope: LiftScope }
  | { name: 'purge-accounts'; marks: 'own' | 'along'; cutoff: Day }
  | { name: 'purge-members'; members: Members; cutoff: Day }
  | { name: 'weigh' }
  | { name: 'mark-accounts'; kind: 'accounts' | 'free_accounts'; due: DueCondition; from: Day; processDay: Day }
  | { name: 'cascade'; processDay: Day; heardUntil: Instant; allowedIn?: Day }
  | { name: 'mark-members'; members: Members; due: DueCondition; from: Day; processDay: Day };

/** The users of a workspace (no collection), or the objects of one of its collections, with the kind of their policy. */
export type Members = { kind: string; collectionId: string | null };

export type DailyPlan = { day: Day; settings: RunSettings; steps: readonly Step[] };

/** The day before every day that a due index holds. */
const BEGINNING = '0001-01-01' as Day;

/** R28. The steps of the daily process for `day`: end holds, lift, purge, weigh (R29), then mark and cascade. */
export function planDailyRun(settings: RunSettings, day: Day): DailyPlan {
  return {
    day,
    settings,
    steps: [{ name: 'end-holds', processDay: day }, ...lifts(settings, day), ...purges(settings, day), ...marks(settings, day)],
  };
}

/** The kind for which a step makes marks of an own cause; null for all other steps. */
export function markedKind(step: Step): string | null {
  if (step.name === 'mark-accounts') return step.kind;
  return step.name === 'mark-members' ? step.members.kind : null;
}

/** The earliest indexed day that a due range has to read: the index may lag a week behind the day of an update. */
export function rangeStart(due: DueCondition): Day {
  return due.updatedAfter === null ? BEGINNING : addDays(due.updatedAfter.slice(0, 10) as Day, -INDEX_LAG_DAYS);
}

/** How far `indexed_information_day` may lag behind the true day. */
export const INDEX_LAG_DAYS = 7;

function lifts({ policies, collections, changedKinds }: RunSettings, day: Day): Step[] {
  const scope = (kind: string): LiftScope => (changedKinds.includes(kind) ? 'all' : 'held');
  const due = (kind: string) => dueCondition(policies, kind, day);
  const accounts = (kind: 'accounts' | 'free_accounts'): Step => ({ name: 'lift-accounts', kind, due: due(kind), scope: scope(kind) });
  return [
    accounts('accounts'),
    accounts('free_accounts'),
    { name: 'lift-along' },
    ...memberKinds(collections).map(
      (members): Step => ({ name: 'lift-members', members, due: due(members.kind), scope: scope(members.kind) }),
    ),
  ];
}

function purges({ purgingPaused, collections }: RunSettings, day: Day): Step[] {
  if (purgingPaused) return [];
  const cutoff = purgeCutoff(day);
  return [
    { name: 'purge-accounts', marks: 'own', cutoff },
    { name: 'purge-accounts', marks: 'along', cutoff },
    ...memberKinds(collections).map((members): Step => ({ name: 'purge-members', members, cutoff })),
  ];
}

function marks({ at, markingPaused, refused, policies, collections, allowedIn }: RunSettings, processDay: Day): Step[] {
  if (markingPaused) return [];
  const cascade: Step = { name: 'cascade', processDay, heardUntil: at, ...(allowedIn === undefined ? {} : { allowedIn }) };
  const step = (kind: string, make: (due: DueCondition, from: Day) => Step): Step[] => {
    const due = refused.includes(kind) ? null : dueCondition(policies, kind, processDay);
    return due === null ? [] : [make(due, rangeStart(due))];
  };
  return [
    { name: 'weigh' },
    ...step('accounts', (due, from) => ({ name: 'mark-accounts', kind: 'accounts', due, from, processDay })),
    ...step('free_accounts', (due, from) => ({ name: 'mark-accounts', kind: 'free_accounts', due, from, processDay })),
    ...(effectiveDays(policies, 'accounts') === null ? [] : [cascade]),
    ...memberKinds(collections).flatMap((members) =>
      step(members.kind, (due, from) => ({ name: 'mark-members', members, due, from, processDay })),
    ),
  ];
}

/** Users, and the objects of each collection: the kinds whose marks are members' own. */
export function memberKinds(collections: RunSettings['collections']): Members[] {
  return [{ kind: 'users', collectionId: null }, ...collections.map(({ id, name }) => ({ kind: name, collectionId: id }))];
}

/** The policy kinds of a workspace with these collections, in the order in which people see them. */
export function kindsOf(collections: readonly { name: string }[]): string[] {
  const [accounts, users, freeAccounts] = FIXED_KINDS;
  return [accounts, users, ...collections.map((c) => c.name), freeAccounts];
}
