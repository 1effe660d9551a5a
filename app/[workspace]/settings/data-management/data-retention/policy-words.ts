import type { PolicyChoice } from '#lib/retention/rules/policy.ts';
import { type Day, dayOf, type Instant } from '#lib/time.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { count, formatDay, formatNumber } from '@/components/ui/format.ts';
import type { Change } from './policy-draft.ts';
import type { EffectName, SaveEffect } from './save-effects.ts';

/** "Never", "90 days", "Inherit". */
export function choiceWords(choice: PolicyChoice): string {
  if (choice === null) return 'Never';
  return choice === 'inherit' ? 'Inherit' : count(choice, 'day');
}

/** "Accounts: Never → 90 days", "Accounts: 180 → 90 days". */
export function changeWords({ kind, from, to }: Change): string {
  const before = typeof from === 'number' && typeof to === 'number' ? formatNumber(from) : choiceWords(from);
  return `${kindName(kind)}: ${before} → ${choiceWords(to)}`;
}

/** Behind the changes in the save bar: what else comes of them. */
export function noteWords(effects: readonly SaveEffect[], firstSave: boolean): string {
  const follow = effects.filter((effect) => effect.follows).map(({ kind }) => kindName(kind));
  const said = [firstSave ? 'First save: starts the clock' : '', follow.length > 0 ? followWords(follow) : ''];
  if (effects.some(({ name }) => name === 'overruled')) said.push('Free accounts are overruled');
  if (effects.some(({ name }) => name === 'in-force-again')) said.push('Free accounts expire again');
  return said.filter(Boolean).join(' · ');
}

export type EffectFacts = {
  /** Entities of the kind that are marked now. */
  marked: number;
  /** R6, R13. Free and unknown accounts that wait for an update after the save; 0 where none do, or while they are counted. */
  waiting: number;
  now: Instant;
};

/** What a save does to a kind, in whole sentences. */
export function effectSentence(effect: SaveEffect, facts: EffectFacts): string {
  return SENTENCES[effect.name](effect, facts);
}

const SENTENCES: Record<EffectName, (effect: SaveEffect, facts: EffectFacts) => string> = {
  included: ({ firstMarks }, { now }) =>
    `The clock starts with this save: what exists counts from ${formatDay(dayOf(now))}, whatever its age (R5). Nothing is marked before ${day(firstMarks)}.`,
  late: ({ firstMarks }) =>
    `Switched on in a later save, and so late (R6): each waits for its first update after this save, and is not counted before. Nothing is marked before ${day(firstMarks)}.`,
  expiry: ({ to }) =>
    `Free and unknown accounts expire after ${choiceWords(to)} without information, from the next daily process on (R13).`,
  off: (_, { marked }) => `Nothing more is marked.${liftWords(marked)} Switched on again, it is late (R6).`,
  shorter: ({ from, to }) => `${number(from)} → ${choiceWords(to)} from the next daily process on. Marks that stand keep their purge day.`,
  longer: ({ from, to }) =>
    `${number(from)} → ${choiceWords(to)} from the next daily process on. It lifts the marks that ${choiceWords(to)} do not reach (R14).`,
  overruled: (_, { marked, waiting }) =>
    `Overruled: free and unknown accounts follow Accounts (R13).${liftWords(marked)}${waitWords(waiting)}`,
  'in-force-again': ({ to }) =>
    `In force again: free and unknown accounts expire after ${choiceWords(to)}, from the next daily process on (R13).`,
};

function followWords(names: readonly string[]): string {
  const [first = '', ...more] = names;
  return more.length > 1 ? `${first} and ${more.length} more follow` : `${names.join(' and ')} follow`;
}

function liftWords(marked: number): string {
  if (marked === 0) return '';
  return marked === 1
    ? ' The next daily process lifts its one mark (R14).'
    : ` The next daily process lifts its ${formatNumber(marked)} marks (R14).`;
}

function waitWords(waiting: number): string {
  if (waiting === 0) return '';
  return ` ${count(waiting, 'account')} ${waiting === 1 ? 'waits' : 'wait'} for an update and ${waiting === 1 ? 'is' : 'are'} not deleted before it.`;
}

const number = (days: number | null) => (days === null ? 'Never' : formatNumber(days));
const day = (value: Day | null) => (value === null ? '' : formatDay(value));
