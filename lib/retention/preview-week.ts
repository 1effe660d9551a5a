import { z } from 'zod';
import { countAccountMarks } from '#db/engine/preview-day.ts';
import { view } from '#lib/view.ts';
import { proposedPlan } from './preview-policies.ts';
import { PoliciesPatch } from './rules/policies-input.ts';

const WEEK_DAYS = 7;

/** The accounts that would be marked by one of the next seven daily processes after a save of `patch`, if nothing arrives: all, those that pay, and active sub-accounts. */
export const previewWeek = view({
  name: 'policies.preview-week',
  permission: 'retention:view',
  scope: 'retention',
  input: z.object({ patch: PoliciesPatch }),
  async read({ tx, workspaceId, workspace }, { patch }) {
    const { plan } = await proposedPlan(tx, { workspace, patch, daysLater: WEEK_DAYS - 1 });
    return countAccountMarks(tx, { workspaceId, steps: plan.steps });
  },
});
export type PreviewWeek = Awaited<ReturnType<typeof previewWeek>>;
