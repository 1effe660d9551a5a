import { z } from 'zod';
import type { Instant } from '#lib/time.ts';
import { expiryOverruled, type Policy, type PolicySet } from './policy.ts';

const Days = z.number().int().nullable();
const Clock = z.object({ mode: z.enum(['included', 'late']).nullable(), since: z.string().nullable() });

/** The policies of a workspace as the HTTP interface says them. */
export const PoliciesAnswer = z.object({
  accounts: Days,
  users: Days,
  collections: z.record(z.string(), z.union([Days, z.literal('inherit')])),
  free_accounts: Days,
  detail: z.object({
    accounts: Clock,
    users: Clock,
    collections: z.record(z.string(), Clock),
    free_accounts: z.object({ overruled: z.boolean() }),
  }),
});
export type PoliciesAnswer = z.infer<typeof PoliciesAnswer>;

export function policiesAnswer(set: PolicySet, collections: readonly { name: string }[]): PoliciesAnswer {
  const byKind = new Map(set.policies.map((policy) => [policy.kind, policy]));
  const named = collections.map(({ name }): [string, Policy] => [name, found(byKind, name)]);
  return {
    accounts: found(byKind, 'accounts').days,
    users: found(byKind, 'users').days,
    collections: Object.fromEntries(named.map(([name, policy]) => [name, policy.inherits ? 'inherit' : policy.days])),
    free_accounts: found(byKind, 'free_accounts').days,
    detail: {
      accounts: clockOf(found(byKind, 'accounts')),
      users: clockOf(found(byKind, 'users')),
      collections: Object.fromEntries(named.map(([name, policy]) => [name, clockOf(policy)])),
      free_accounts: { overruled: expiryOverruled(set) },
    },
  };
}

function found(byKind: ReadonlyMap<string, Policy>, kind: string): Policy {
  const policy = byKind.get(kind);
  if (!policy) throw new Error(`no policy of kind ${kind}`);
  return policy;
}

function clockOf({ mode, since }: Policy): { mode: Policy['mode']; since: Instant | null } {
  return { mode, since };
}
