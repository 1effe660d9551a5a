import { z } from 'zod';
import { readSafety, writeSafety } from '#db/safety.ts';
import { command } from '#lib/command.ts';
import { view } from '#lib/view.ts';

const SHARE = 'Enter a whole number of percent from 1 to 100.';
const FLOOR = 'Enter a whole number from 1.';
export const Safety = z.object({
  breaker: z.object({ share: z.int(SHARE).min(1, SHARE).max(100, SHARE), floor: z.int(FLOOR).min(1, FLOOR).max(2_000_000_000, FLOOR) }),
  archived_blocks: z.boolean('Send true or false.'),
});
export const SafetyPatch = z
  .strictObject({ breaker: z.strictObject(Safety.shape.breaker.shape).partial(), archived_blocks: Safety.shape.archived_blocks })
  .partial();

/** R29, R16. Sets the breaker's limits, and whether archived accounts refuse information; what is left out stays. */
export const saveSafety = command({
  name: 'safety.save',
  permission: 'retention:configure',
  scope: 'retention',
  input: SafetyPatch,
  locksWorkspace: true,
  async run({ tx, workspaceId, workspace }, patch) {
    const before = readSafety(workspace);
    const after = { breaker: { ...before.breaker, ...patch.breaker }, archived_blocks: patch.archived_blocks ?? before.archived_blocks };
    await writeSafety(tx, { workspaceId, ...after });
    return { result: after, notes: [{ action: 'safety.saved', rule: 'R29', from: before, to: after }] };
  },
});

export const getSafety = view({
  name: 'safety.get',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({}),
  read: async ({ workspace }) => readSafety(workspace),
});
