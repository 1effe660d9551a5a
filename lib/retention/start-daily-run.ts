import { appendAudit } from '#db/append-audit.ts';
import type { Tx } from '#db/client.ts';
import { transaction } from '#db/client.ts';
import { insertRun, lastAppliedPolicies, latestRun, readRun, supersedeWaiting, unfinishedRun } from '#db/daily-runs.ts';
import { countDay } from '#db/engine/count-day.ts';
import { readPolicies } from '#db/policies.ts';
import type { OpenWorkspace } from '#db/workspace.ts';
import { openWorkspace } from '#db/workspace.ts';
import { AppError } from '#lib/errors.ts';
import { type Day, processDayAt } from '#lib/time.ts';
import { type DailyPlan, planDailyRun } from './rules/plan.ts';
import { changedKinds } from './rules/policy.ts';
import { LEASE_MS } from './rules/progress.ts';

/** `started`: this call made the run. `already`: the day has one. `unfinished`: an earlier day's run has to end first. */
export type StartedRun = { state: 'started' | 'already' | 'unfinished'; day: Day };

/** R28. Makes the run of the workspace's present process day, once however often and by however many it is asked for; `enqueue` is called inside
 *  the transaction, only by who made it. `holder` is who works on it from the start. With `day`, AppError `invalid` where that is not the present process day. */
export async function startDailyRun(
  { workspaceId, day: wanted, startedBy, holder = null }: { workspaceId: string; day?: Day; startedBy: string; holder?: string | null },
  enqueue: (tx: Tx, run: { workspaceId: string; day: Day }) => Promise<void> = async () => {},
): Promise<StartedRun> {
  return transaction(workspaceId, async (tx) => {
    const workspace = await openWorkspace(tx, { workspaceId, lock: true });
    if (!workspace) throw new AppError('not-found', 'There is no such workspace.');
    const day = processDayAt(workspace.now);
    if (wanted !== undefined && wanted !== day) throw notToday(wanted, day);
    const unfinished = await unfinishedRun(tx, { workspaceId });
    if (unfinished && unfinished.day < day) return { state: 'unfinished', day: unfinished.day };
    const latest = await latestRun(tx, { workspaceId });
    if (latest && latest.day > day) throw notToday(day, latest.day);
    if (await readRun(tx, { workspaceId, day })) return { state: 'already', day };
    const plan = await planOfDay(tx, { workspace, day });
    const expected = await countDay(tx, { workspaceId, plan });
    const made = await insertRun(tx, {
      workspaceId,
      day,
      state: 'running',
      plan,
      stepRows: plan.steps.map(() => 0),
      expected,
      startedBy,
      startedAt: workspace.now,
      beganAt: new Date(),
      leaseHolder: holder,
      leaseUntil: holder === null ? null : new Date(Date.now() + LEASE_MS),
    });
    if (!made) return { state: 'already', day };
    await supersedeWaiting(tx, { workspaceId });
    await enqueue(tx, { workspaceId, day });
    await appendAudit(tx, {
      workspaceId,
      at: workspace.now,
      actor: startedBy,
      notes: [{ action: 'run.started', rule: 'R28', entity: `runs/${day}` }],
    });
    return { state: 'started', day };
  });
}

/** The plan of `day` from the settings as they are in this transaction. */
export async function planOfDay(tx: Tx, { workspace, day }: { workspace: OpenWorkspace; day: Day }): Promise<DailyPlan> {
  const { set, rows, collections } = await readPolicies(tx, { workspaceId: workspace.id });
  const applied = await lastAppliedPolicies(tx, { workspaceId: workspace.id });
  const { markingPaused, purgingPaused, breakerShare, breakerFloor } = workspace;
  const accepted = Object.fromEntries(rows.flatMap((row) => (row.acceptedMarks === null ? [] : [[row.kind, row.acceptedMarks]])));
  const refused = rows.filter((row) => row.refusedAt !== null).map((row) => row.kind);
  const breaker = { share: breakerShare, floor: breakerFloor };
  const settings = { at: workspace.now, policies: set, collections, markingPaused, purgingPaused, breaker, accepted, refused };
  return planDailyRun({ ...settings, changedKinds: changedKinds(applied, set) }, day);
}

function notToday(day: Day, present: Day): AppError {
  const message = `The daily process can only run for the present process day, ${present}.`;
  return new AppError('invalid', message, { fields: [{ path: 'day', message: `${day} is not the present process day, ${present}.` }] });
}
