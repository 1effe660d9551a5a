import { z } from 'zod';
import { countStaying } from '#db/engine/count-staying.ts';
import { view } from '#lib/view.ts';
import { proposedPlan } from './preview-policies.ts';
import { PoliciesPatch } from './rules/policies-input.ts';

/** The accounts that the next daily process would leave active after a save of `patch`, by contract status. Counted apart from the marks, since it reads every account. */
export const previewStaying = view({
  name: 'policies.preview-staying',
  permission: 'retention:view',
  scope: 'retention',
  input: z.object({ patch: PoliciesPatch }),
  async read({ tx, workspaceId, workspace }, { patch }) {
    const { plan } = await proposedPlan(tx, { workspace, patch });
    return { data: await countStaying(tx, { workspaceId, steps: plan.steps }) };
  },
});
export type Staying = Awaited<ReturnType<typeof previewStaying>>;
