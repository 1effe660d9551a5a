import type { PoliciesAnswer } from './policies-answer.ts';
import { choicesOf, type PoliciesPatch } from './policies-input.ts';
import type { PolicyChoice } from './policy.ts';

export type PolicyChange = { kind: string; from: PolicyChoice; to: PolicyChoice };

/** What a save of `wanted` would change of the policies that stand, in the order in which people see the kinds. */
export function policyDifference(standing: PoliciesAnswer, wanted: PoliciesPatch): PolicyChange[] {
  const choices = choicesOf(wanted);
  const kinds: [string, PolicyChoice][] = [
    ['accounts', standing.accounts],
    ['users', standing.users],
    ...Object.entries(standing.collections),
    ['free_accounts', standing.free_accounts],
  ];
  return kinds.flatMap(([kind, from]) => {
    const to = choices.get(kind);
    return to === undefined || to === from ? [] : [{ kind, from, to }];
  });
}

/** The save that makes these changes and nothing else. */
export function patchOf(changes: readonly PolicyChange[]): PoliciesPatch {
  const fixed = new Set(['accounts', 'users', 'free_accounts']);
  const entries = (of: boolean) => changes.filter(({ kind }) => fixed.has(kind) === of).map(({ kind, to }) => [kind, to] as const);
  const collections = Object.fromEntries(entries(false));
  return { ...Object.fromEntries(entries(true)), ...(Object.keys(collections).length > 0 ? { collections } : {}) };
}

/** `accounts: Never → 90 days`. */
export function changeText({ kind, from, to }: PolicyChange): string {
  return `${kind}: ${choiceText(from)} → ${choiceText(to)}`;
}

function choiceText(choice: PolicyChoice): string {
  if (choice === null) return 'Never';
  if (choice === 'inherit') return 'Inherit';
  return choice === 1 ? '1 day' : `${choice} days`;
}
