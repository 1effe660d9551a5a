import type { RunStep } from '#lib/retention/rules/run-answer.ts';
import { kindName } from '@/components/retention/kind-name.ts';

/** What a step of a run does. */
export function stepWords({ name, kind, along }: Pick<RunStep, 'name' | 'kind' | 'along'>): string {
  if (along && name === 'purge-accounts') return 'Purge accounts that went along, with all that is theirs';
  return WORDS[name](kind === null ? '' : kindName(kind).toLowerCase());
}

const WORDS: Record<RunStep['name'], (kind: string) => string> = {
  'end-holds': () => 'End holds whose last day has passed',
  'lift-accounts': (kind) => `Lift marks of ${kind} that lost their cause`,
  'lift-along': () => 'Lift what had gone along with them',
  'lift-members': (kind) => `Lift marks of ${kind} that lost their cause`,
  'purge-accounts': () => 'Purge accounts, with all that is theirs',
  'purge-members': (kind) => `Purge ${kind}`,
  weigh: () => 'Weigh the marks against the breaker',
  'mark-accounts': (kind) => `Mark ${kind}`,
  cascade: () => 'Mark the sub-accounts that go along',
  'mark-members': (kind) => `Mark ${kind}`,
};
