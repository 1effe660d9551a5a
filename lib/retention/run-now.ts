import { actorName, type Context } from '#lib/context.ts';
import { admit } from '#lib/door.ts';
import { enqueueDailyRun } from '#lib/queue.ts';
import { type StartedRun, startDailyRun } from './start-daily-run.ts';

/** Starts the present process day's run for a person; a worker does the work. The same run that the schedule would start, so at most one a day.
 *  AppError `forbidden`. */
export async function runNow(ctx: Context): Promise<StartedRun> {
  admit(ctx, { permission: 'retention:configure', scope: 'retention' });
  const run = await startDailyRun({ workspaceId: ctx.workspaceId, startedBy: actorName(ctx.actor) }, enqueueDailyRun);
  if (run.state === 'unfinished') await enqueueDailyRun(null, { workspaceId: ctx.workspaceId, day: run.day });
  return run;
}
