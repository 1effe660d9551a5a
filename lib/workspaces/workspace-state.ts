import { z } from 'zod';
import { countMarked } from '#db/count-marked.ts';
import { type DailyRun, latestRun } from '#db/daily-runs.ts';
import { type PauseOrigin, readPauseOrigins } from '#db/safety.ts';
import type { OpenWorkspace } from '#db/workspace.ts';
import { nameActors } from '#lib/audit/name-actors.ts';
import type { Scene } from '#lib/command.ts';
import { sees } from '#lib/door.ts';
import { type Instant, millisecondsOf, processDayAt, processStart } from '#lib/time.ts';
import { view } from '#lib/view.ts';

/** The schedule looks every few minutes; a run that has not begun after so long is late. */
const LATE_MS = 30 * 60_000;

/** What stands around every page of a workspace: its clock, what is marked, and what somebody should know before they read on. */
export const workspaceState = view({
  name: 'workspace.state',
  permission: 'member',
  scope: 'read',
  input: z.object({}),
  async read(scene, _) {
    const { tx, ctx, workspaceId, workspace, now } = scene;
    const retention = sees(ctx, 'retention:view');
    const marked = retention ? await countMarked(tx, { workspaceId }) : null;
    const latest = retention ? await latestRun(tx, { workspaceId }) : null;
    return {
      now,
      testClock: workspace.testClockAt !== null,
      paused: await namedPauses(scene),
      /** Null for people who may not see it. */
      marked: marked && marked.accounts + marked.users + marked.objects,
      /** The latest run, where it is not over as it should be. */
      run: latest && latest.state !== 'done' ? openRun(latest) : null,
      lateSince: retention ? lateSince(workspace, latest) : null,
    };
  },
});

export type WorkspaceState = Awaited<ReturnType<typeof workspaceState>>;

/** R29. Who paused it, by name, and since when; null where it is not paused. */
async function namedPauses({ tx, ctx, workspace }: Scene) {
  const { marking, purging } = readPauseOrigins(workspace);
  const actors = [marking, purging].flatMap((pause) => pause?.by ?? []);
  const names = actors.length === 0 ? {} : await nameActors({ ...ctx, tx }, { actors });
  const named = (pause: PauseOrigin | null) => pause && { by: names[pause.by] ?? pause.by, since: pause.at };
  return { marking: named(marking), purging: named(purging) };
}

function openRun({ day, state, breaker }: DailyRun) {
  return { day, state, waits: breaker.filter(({ answer }) => answer === null).map(({ kind, marks, active }) => ({ kind, marks, active })) };
}

/** When the present process day's run was due, where it has not begun long after; null where it has. A test clock is run by whoever advances it. */
function lateSince({ testClockAt, createdAt, now }: OpenWorkspace, latest: DailyRun | null): Instant | null {
  const day = processDayAt(now);
  const due = processStart(day);
  if (testClockAt !== null || createdAt > due || latest?.day === day) return null;
  return millisecondsOf(now) - millisecondsOf(due) > LATE_MS ? due : null;
}
