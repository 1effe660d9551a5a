import { z } from 'zod';
import { latestRun } from '#db/daily-runs.ts';
import { countDay } from '#db/engine/count-day.ts';
import { processDayAt } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { totalOf } from './rules/progress.ts';
import { planOfDay } from './start-daily-run.ts';

/** What Run now would do: the present process day, whether it has its run already, and otherwise what that would mark and purge. */
export const presentProcess = view({
  name: 'present-process.get',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({}),
  async read({ tx, workspaceId, workspace, now }) {
    const day = processDayAt(now);
    const latest = await latestRun(tx, { workspaceId });
    if (latest && latest.day >= day) return { day, run: latest.day === day ? latest.state : ('past' as const), marks: 0, purges: 0 };
    const counts = await countDay(tx, { workspaceId, plan: await planOfDay(tx, { workspace, day }) });
    return { day, run: null, marks: totalOf(counts.marked), purges: totalOf(counts.purged) };
  },
});

export type PresentProcess = Awaited<ReturnType<typeof presentProcess>>;
