import { readPolicies, writePolicies } from '#db/policies.ts';
import type { AuditNote } from '#lib/audit/rules/chain.ts';
import { command } from '#lib/command.ts';
import { actorName } from '#lib/context.ts';
import { refuseUnknownKinds } from './refuse-unknown-kinds.ts';
import { policiesAnswer } from './rules/policies-answer.ts';
import { choicesOf, PoliciesPatch } from './rules/policies-input.ts';
import { effectiveDays, type Policy, type PolicyChoice, type PolicySet, savePolicySet } from './rules/policy.ts';

/** R4 to R8. One save of policies: in force at once, applied by the next daily process. AppError `invalid` for an unknown kind; then nothing is saved. */
export const savePolicies = command({
  name: 'policies.save',
  permission: 'retention:configure',
  scope: 'retention',
  input: PoliciesPatch,
  async run({ tx, ctx, workspaceId, now }, patch) {
    const { set, collections } = await readPolicies(tx, { workspaceId, lock: true });
    refuseUnknownKinds(patch, set);
    const choices = choicesOf(patch);
    const after = savePolicySet(set, choices, now);
    const kinds = [...choices.keys()];
    const accepted = acceptedPeaks(set, after, patch);
    await writePolicies(tx, { workspaceId, set: after, kinds, accepted, by: actorName(ctx.actor), at: now });
    return { result: policiesAnswer(after, collections), notes: kinds.map((kind) => noteOf(kind, set, after)) };
  },
});

/** R29. What a save accepts, and which earlier acceptances end because the value that they were given for changed. */
function acceptedPeaks(before: PolicySet, after: PolicySet, patch: PoliciesPatch): Map<string, number | null> {
  const peaks = new Map<string, number | null>();
  for (const { kind } of after.policies) {
    if (effectiveDays(before, kind) !== effectiveDays(after, kind)) peaks.set(kind, null);
  }
  for (const [kind, peak] of Object.entries(patch.accepted ?? {})) peaks.set(kind, peak);
  return peaks;
}

function noteOf(kind: string, before: PolicySet, after: PolicySet): AuditNote {
  const rule =
    kind === 'free_accounts'
      ? 'R13'
      : effectiveDays(before, kind) === null && effectiveDays(after, kind) !== null
        ? ruleOfStart(after, kind)
        : 'R4';
  return { action: 'policy.saved', rule, entity: `policies/${kind}`, from: said(before, kind), to: said(after, kind) };
}

function ruleOfStart(after: PolicySet, kind: string): string {
  return after.policies.find((policy) => policy.kind === kind)?.mode === 'included' ? 'R5' : 'R6';
}

function said(set: PolicySet, kind: string): { days: PolicyChoice } {
  const policy = set.policies.find((p: Policy) => p.kind === kind);
  return { days: policy?.inherits ? 'inherit' : (policy?.days ?? null) };
}
