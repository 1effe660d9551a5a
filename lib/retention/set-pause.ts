import { z } from 'zod';
import { readPauseOrigins, readPauses, writePauses } from '#db/safety.ts';
import { command } from '#lib/command.ts';
import { actorName } from '#lib/context.ts';
import { view } from '#lib/view.ts';

const SAY = 'Send true to pause, false to go on.';
export const Pauses = z.object({ marking: z.boolean(SAY), purging: z.boolean(SAY) });
export const PausesPatch = z.strictObject(Pauses.shape).partial();

/** R29. Pauses marking, purging or both, or lets them go on. Lifts go on all the while; what is due is done by the first run afterwards. */
export const setPause = command({
  name: 'pause.set',
  permission: 'retention:approve',
  scope: 'retention',
  input: PausesPatch,
  locksWorkspace: true,
  async run({ tx, ctx, workspaceId, workspace, now }, wanted) {
    const before = readPauses(workspace);
    const after = { ...before, ...wanted };
    const began = readPauseOrigins(workspace);
    const origin = (what: keyof typeof after) => (after[what] ? (began[what] ?? { by: actorName(ctx.actor), at: now }) : null);
    await writePauses(tx, { workspaceId, marking: origin('marking'), purging: origin('purging') });
    const changed = before.marking !== after.marking || before.purging !== after.purging;
    return { result: after, notes: changed ? [{ action: 'pause.set', rule: 'R29', from: before, to: after }] : [] };
  },
});

export const getPause = view({
  name: 'pause.get',
  permission: 'member',
  scope: ['retention', 'read'],
  input: z.object({}),
  read: async ({ workspace }) => readPauses(workspace),
});
