import { appendAudit } from '#db/append-audit.ts';
import type { Tx } from '#db/client.ts';
import { transaction } from '#db/client.ts';
import { allowedBefore, insertRun, lastAppliedPolicies, latestRun, readRun, supersedeWaiting, unfinishedRun } from '#db/daily-runs.ts';
import { countDay } from '#db/engine/count-day.ts';
import { readPolicies } from '#db/policies.ts';
import type { OpenWorkspace } from '#db/workspace.ts';
import { openWorkspace } from '#db/workspace.ts';
import { AppError } from '#lib/errors.ts';
import { type Day, processDayAt } from '#lib/time.ts';
import { type DailyPlan, planDailyRun } from './rules/plan.ts';
import { changedKinds, effectiveDays, type PolicySet } from './rules/policy.ts';
import { LEASE_MS } from './rules/progress.ts';

/** `started`: this call made the run. `already`: the day has one. `unfinished`: an earlier day's run has to end first. */
export type StartedRun = { state: 'started' | 'already' | 'unfinished'; day: Day };

export type StartOptions = {
  workspaceId: string;
  /** Where given and not the present process day, AppError `invalid`. */
  day?: Day;
  startedBy: string;
  /** Who works on the run from its start. */
  holder?: string | null;
  /** Moves a test clock to the day that is to be run, in the same transaction, and not before every earlier run has ended: a clock that was moved and a run
   *  that was not started would leave the day out, and a run that was cut off would find itself late. */
  moveClock?: (tx: Tx) => Promise<void>;
};

/** R28. Makes the run of the workspace's present process day, once however often and by however many it is asked for; `enqueue` is called inside
 *  the transaction, only by who made it. */
export async function startDailyRun(
  { workspaceId, day: wanted, startedBy, holder = null, moveClock }: StartOptions,
  enqueue: (tx: Tx, run: { workspaceId: string; day: Day }) => Promise<void> = async () => {},
): Promise<StartedRun> {
  return transaction(workspaceId, async (tx) => {
    // Locked before anything is read: whoever allows the marks of an earlier run reopens it under the same lock.
    const found = await openWorkspace(tx, { workspaceId, lock: true });
    const unfinished = await unfinishedRun(tx, { workspaceId });
    if (unfinished && moveClock) return { state: 'unfinished', day: unfinished.day };
    await moveClock?.(tx);
    const workspace = moveClock ? await openWorkspace(tx, { workspaceId }) : found;
    if (!workspace) throw new AppError('not-found', 'There is no such workspace.');
    const day = processDayAt(workspace.now);
    if (wanted !== undefined && wanted !== day) throw notToday(wanted, day);
    if (unfinished && unfinished.day < day) return { state: 'unfinished', day: unfinished.day };
    const latest = await latestRun(tx, { workspaceId });
    if (latest && latest.day > day) throw notToday(day, latest.day);
    if (await readRun(tx, { workspaceId, day })) return { state: 'already', day };
    if (!(await makeRun(tx, { workspace, day, startedBy, holder }))) return { state: 'already', day };
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

/** False where somebody else made it meanwhile. */
async function makeRun(
  tx: Tx,
  { workspace, day, startedBy, holder }: { workspace: OpenWorkspace; day: Day; startedBy: string; holder: string | null },
): Promise<boolean> {
  const plan = await planOfDay(tx, { workspace, day });
  const expected = await countDay(tx, { workspaceId: workspace.id, plan });
  return insertRun(tx, {
    workspaceId: workspace.id,
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
}

/** The plan of `day` from the settings as they are in this transaction, or as they would be after a save; `run` is the day of the run that it is for, where that is another. */
export async function planOfDay(
  tx: Tx,
  {
    workspace,
    day,
    run = day,
    saved,
  }: { workspace: OpenWorkspace; day: Day; run?: Day; saved?: { set: PolicySet; kinds: readonly string[] } },
): Promise<DailyPlan> {
  const { set: standing, rows, collections } = await readPolicies(tx, { workspaceId: workspace.id });
  const set = saved?.set ?? standing;
  const applied = await lastAppliedPolicies(tx, { workspaceId: workspace.id });
  const allowedIn = await allowedBefore(tx, { workspaceId: workspace.id, run, markedOn: day });
  const { markingPaused, purgingPaused, breakerShare, breakerFloor } = workspace;
  const valueChanged = (kind: string) => effectiveDays(standing, kind) !== effectiveDays(set, kind);
  const accepted = Object.fromEntries(
    rows.flatMap(({ kind, acceptedMarks }) => (acceptedMarks === null || valueChanged(kind) ? [] : [[kind, acceptedMarks]])),
  );
  const refused = rows.filter((row) => row.refusedAt !== null && !saved?.kinds.includes(row.kind)).map((row) => row.kind);
  const breaker = { share: breakerShare, floor: breakerFloor };
  const settings = { at: workspace.now, policies: set, collections, markingPaused, purgingPaused, breaker, accepted, refused, allowedIn };
  return planDailyRun({ ...settings, changedKinds: changedKinds(applied, set) }, day);
}

function notToday(day: Day, present: Day): AppError {
  const message = `The daily process can only run for the present process day, ${present}.`;
  return new AppError('invalid', message, { fields: [{ path: 'day', message: `${day} is not the present process day, ${present}.` }] });
}
