import { z } from 'zod';
import { type DailyRun, readRun, reopenRun, updateRun } from '#db/daily-runs.ts';
import { refusePolicy } from '#db/policies.ts';
import { command } from '#lib/command.ts';
import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { enqueueDailyRun } from '#lib/queue.ts';
import { DaySchema, processDayAt } from '#lib/time.ts';
import { isUnanswered, MADE_AT_ONCE, type Tripped } from './rules/breaker.ts';
import { markedKind, type Step } from './rules/plan.ts';
import { planOfDay } from './start-daily-run.ts';
import { workDailyRun } from './work-daily-run.ts';

export const BreakerAnswerInput = z.object({ day: DaySchema, kind: z.string('Name the kind whose marks wait.') });

/** R29. Allows the marks of a policy that wait in a run. Every entity is checked again, and marked with the process day of this moment. Answers when they are made or,
 *  where they are many or others are being made, when a worker has been woken for them. AppError `not-found` for no such run, `conflict` where the kind does not wait there. */
export async function allowMarks(ctx: Context, input: unknown): Promise<void> {
  const { day, left } = await beginAllowedMarks(ctx, input);
  if (!left) await workDailyRun({ workspaceId: ctx.workspaceId, day, holder: newId() });
}

const beginAllowedMarks = command({
  name: 'breaker.allow',
  permission: 'retention:approve',
  scope: 'retention',
  input: BreakerAnswerInput,
  locksWorkspace: true,
  async run({ tx, workspaceId, workspace, now }, { day, kind }) {
    const { run, tripped } = waitingIn(await readRun(tx, { workspaceId, day, lock: true }), kind);
    const present = await planOfDay(tx, { workspace, day: processDayAt(now), run: day });
    const steps = present.steps.filter((step) => makes(step, kind));
    const allowedBy = [...(run.plan.settings.allowedBy ?? []), present.settings.policies];
    await updateRun(tx, {
      workspaceId,
      day,
      state: 'running',
      plan: { ...run.plan, settings: { ...run.plan.settings, allowedBy }, steps: [...run.plan.steps, ...steps] },
      stepRows: [...run.stepRows, ...steps.map(() => 0)],
      breaker: answered(run.breaker, kind, 'allowed'),
      finishedAt: null,
      endedAt: null,
    });
    await reopenRun(tx, { workspaceId, day });
    const left = tripped.marks > MADE_AT_ONCE || run.state !== 'waiting';
    if (left) await enqueueDailyRun(tx, { workspaceId, day });
    const note = {
      action: 'breaker.allowed',
      rule: 'R29',
      entity: `runs/${day}`,
      to: { kind, marks: tripped.marks, marked_on: processDayAt(now) },
    };
    return { result: { day, left }, notes: [note] };
  },
});

/** R29. Refuses the marks of a policy that wait in a run: it makes none until its next save. AppErrors as `allowMarks`. */
export const refuseMarks = command({
  name: 'breaker.refuse',
  permission: 'retention:approve',
  scope: 'retention',
  input: BreakerAnswerInput,
  locksWorkspace: true,
  async run({ tx, workspaceId, now }, { day, kind }) {
    const { run, tripped } = waitingIn(await readRun(tx, { workspaceId, day, lock: true }), kind);
    const breaker = answered(run.breaker, kind, 'refused');
    const over = isUnanswered(breaker) ? 'waiting' : 'done';
    await updateRun(tx, { workspaceId, day, breaker, state: run.state === 'waiting' ? over : run.state });
    await refusePolicy(tx, { workspaceId, kind, at: now });
    return {
      result: { day },
      notes: [{ action: 'breaker.refused', rule: 'R29', entity: `runs/${day}`, to: { kind, marks: tripped.marks } }],
    };
  },
});

/** A kind waits in a run that is over but for its answer, also while the marks of another kind that was allowed are being made. */
function waitingIn(run: DailyRun | null, kind: string): { run: DailyRun; tripped: Tripped } {
  if (!run) throw new AppError('not-found', 'There is no run of that day.');
  const tripped = run.breaker.find((t) => t.kind === kind && t.answer === null);
  const asks = run.state === 'waiting' || run.plan.settings.allowedBy !== undefined;
  if (!asks || !tripped) throw new AppError('conflict', 'The marks of this kind do not wait in this run.');
  return { run, tripped };
}

function answered(breaker: readonly Tripped[], kind: string, answer: 'allowed' | 'refused'): Tripped[] {
  return breaker.map((tripped) => (tripped.kind === kind ? { ...tripped, answer } : tripped));
}

/** The steps that make a kind's marks; with accounts go their sub-accounts. */
function makes(step: Step, kind: string): boolean {
  return markedKind(step) === kind || (kind === 'accounts' && step.name === 'cascade');
}
