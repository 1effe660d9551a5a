import { z } from 'zod';
import { anyInformation } from '#db/any-information.ts';
import { latestRun } from '#db/daily-runs.ts';
import { countDay } from '#db/engine/count-day.ts';
import { readPauses } from '#db/safety.ts';
import { dayOf, nextProcessStart, processDayAt } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { totalOf } from './rules/progress.ts';
import { planOfDay } from './start-daily-run.ts';

/** The line on every retention page: when the next daily process runs, and what it would mark and purge if nothing arrives. */
export const nextProcess = view({
  name: 'next-process.get',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({}),
  async read({ tx, workspaceId, workspace, now }) {
    const at = nextProcessStart(now);
    const latest = await latestRun(tx, { workspaceId });
    const present = processDayAt(now);
    const counts = await countDay(tx, { workspaceId, plan: await planOfDay(tx, { workspace, day: dayOf(at) }) });
    return {
      now,
      at,
      day: dayOf(at),
      marks: totalOf(counts.marked),
      purges: totalOf(counts.purged),
      ...counts,
      /** R29. What is paused is counted as none. */
      paused: readPauses(workspace),
      hasInformation: await anyInformation(tx, { workspaceId }),
      /** Whether the present process day can still be run now. */
      presentDay: { day: present, run: latest?.day === present ? latest.state : null },
      latestDay: latest?.day ?? null,
    };
  },
});
