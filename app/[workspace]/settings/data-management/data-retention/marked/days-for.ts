import { expires } from '#lib/retention/rules/lifecycle.ts';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import type { PoliciesAnswer } from '#lib/retention/rules/policies-answer.ts';

/** R7, R9, R13. After how many inactive days something would be marked by the policies that stand; null where none is on, undefined while they are not known. */
export function daysFor(policies: PoliciesAnswer | undefined, row: MarkedAnswer): number | null | undefined {
  if (!policies) return undefined;
  if (row.kind === 'users') return policies.users;
  if (row.kind === 'objects') {
    const days = policies.collections[row.collection] ?? null;
    return days === 'inherit' ? policies.accounts : days;
  }
  return policies.accounts ?? (expires(row.contract_status) ? policies.free_accounts : null);
}
