import { AppError } from '#lib/errors.ts';
import type { PoliciesPatch } from './rules/policies-input.ts';
import { FIXED_KINDS, type PolicySet } from './rules/policy.ts';

/** AppError `invalid` where a save or its preview names a kind that the workspace does not have. */
export function refuseUnknownKinds(patch: PoliciesPatch, set: PolicySet): void {
  const known = new Set(set.policies.map((policy) => policy.kind));
  const collections = Object.keys(patch.collections ?? {}).filter(
    (kind) => !known.has(kind) || (FIXED_KINDS as readonly string[]).includes(kind),
  );
  const accepted = Object.keys(patch.accepted ?? {}).filter((kind) => !known.has(kind));
  const fields = [
    ...collections.map((kind) => ({ path: `collections.${kind}`, message: 'There is no such collection.' })),
    ...accepted.map((kind) => ({ path: `accepted.${kind}`, message: 'There is no policy of this kind.' })),
  ];
  if (fields.length > 0) throw new AppError('invalid', 'A policy of an unknown kind was refused and nothing was saved.', { fields });
}
