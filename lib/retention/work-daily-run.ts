import { appendAudit } from '#db/append-audit.ts';
import { type Tx, transaction } from '#db/client.ts';
import { forgetMessages } from '#db/client-messages.ts';
import { closeRun, type DailyRun, readRun, updateRun } from '#db/daily-runs.ts';
import type { Cursor } from '#db/engine/chunk.ts';
import { runStep } from '#db/engine/run-step.ts';
import { weighDay } from '#db/engine/weigh-day.ts';
import { forgetAnswers } from '#db/forget-answers.ts';
import { forgetReceived } from '#db/ingest-health.ts';
import { type OpenWorkspace, openWorkspace } from '#db/workspace.ts';
import type { AuditNote } from '#lib/audit/rules/chain.ts';
import { HEALTH_KEPT_MS } from '#lib/ingest/rules/received.ts';
import { type Day, instantOf, millisecondsOf, processDayAt } from '#lib/time.ts';
import { isUnanswered, type Tripped, trips, waitingKinds } from './rules/breaker.ts';
import { own } from './rules/own.ts';
import type { RunSettings, Step } from './rules/plan.ts';
import { addCounts, CHUNK_ROWS, effectOf, hasPurged, LEASE_MS, passesOver, ruleOf, totalOf } from './rules/progress.ts';

/** `more`: committed a chunk, there is more. `done`: the run is over. `busy`: somebody else holds its lease. */
export type Worked = 'more' | 'done' | 'busy';

export type WorkOptions = { workspaceId: string; day: Day; holder: string; leaseMs?: number; chunkRows?: number };

/** Works on a run until it is over, chunk by chunk, or until somebody else holds it. Killed anywhere, the next call goes on at the cursor. */
export async function workDailyRun(options: WorkOptions): Promise<'done' | 'busy'> {
  for (;;) {
    const worked = await workChunk(options);
    if (worked !== 'more') return worked;
  }
}

/** R28. One transaction: the next chunk's rows, the run's cursor, its totals, its lease and its audit entries, all or none.
 *  The run's row is locked throughout, so no two workers do the same chunk, whatever their leases say. */
export async function workChunk({ workspaceId, day, holder, leaseMs = LEASE_MS, chunkRows = CHUNK_ROWS }: WorkOptions): Promise<Worked> {
  return transaction(workspaceId, async (tx) => {
    const run = await readRun(tx, { workspaceId, day, lock: true });
    if (!run || run.state === 'done' || run.state === 'waiting') return 'done';
    if (run.leaseHolder !== holder && run.leaseUntil !== null && run.leaseUntil.getTime() > Date.now()) return 'busy';
    const workspace = await openWorkspace(tx, { workspaceId });
    if (!workspace) throw new Error('a run without its workspace');
    const chunk = await runChunk(tx, { run, workspace, chunkRows });
    const over = chunk.step === run.plan.steps.length;
    await updateRun(tx, {
      workspaceId,
      day,
      ...chunk.totals,
      step: chunk.step,
      cursor: chunk.cursor,
      chunks: chunk.chunks,
      stepRows: chunk.stepRows,
      breaker: chunk.breaker,
      failure: null,
      state: over ? (isUnanswered(chunk.breaker) ? 'waiting' : 'done') : 'running',
      leaseHolder: over ? null : holder,
      leaseUntil: over ? null : new Date(Date.now() + leaseMs),
      ...(over ? { finishedAt: workspace.now, endedAt: new Date() } : {}),
    });
    if (over) await finish(tx, workspace, day);
    const notes: AuditNote[] = over
      ? [...chunk.notes, { action: 'run.finished', rule: 'R28', entity: `runs/${day}`, to: chunk.totals }]
      : chunk.notes;
    await appendAudit(tx, { workspaceId, at: workspace.now, actor: 'daily process', notes });
    return over ? 'done' : 'more';
  });
}

/** Steps and their chunks, one after the other, until `chunkRows` rows were read or changed or the plan is at its end. */
async function runChunk(tx: Tx, { run, workspace, chunkRows }: { run: DailyRun; workspace: OpenWorkspace; chunkRows: number }) {
  const { workspaceId, day, plan } = run;
  const { markingPaused, purgingPaused } = workspace;
  const moment = { day, presentDay: processDayAt(workspace.now), markingPaused, purgingPaused };
  let breaker = run.breaker;
  const at = { step: run.step, cursor: run.cursor as Cursor, chunks: run.chunks };
  const totals = { marked: run.marked, lifted: run.lifted, purged: run.purged };
  const stepRows = [...run.stepRows];
  const notes: AuditNote[] = [];
  let left = chunkRows;
  while (left > 0) {
    const step = plan.steps[at.step];
    if (!step) break;
    const passed = passesOver(step, { ...moment, waiting: waitingKinds(breaker), purging: hasPurged(plan.steps, stepRows) });
    if (step.name === 'weigh' && !passed) breaker = await weigh(tx, workspaceId, plan.settings, plan.steps.slice(at.step));
    if (step.name === 'weigh' || passed) {
      Object.assign(at, { step: at.step + 1, cursor: null });
      continue;
    }
    const result = await runStep(tx, { workspaceId, day, chunk: at.chunks + 1, limit: left }, step, at.cursor);
    const effect = effectOf(step);
    if (result.digest !== null) {
      at.chunks += 1;
      if (effect !== 'unheld') totals[effect] = addCounts(totals[effect], result.counts);
      stepRows[at.step] = (stepRows[at.step] ?? 0) + totalOf(result.counts);
      const to = { chunk: at.chunks, ...result.counts, digest: result.digest };
      notes.push({ action: `run.${effect}`, rule: ruleOf(step), entity: `runs/${day}`, to });
    }
    left -= result.rows;
    Object.assign(at, result.done ? { step: at.step + 1, cursor: null } : { cursor: result.cursor });
  }
  return { ...at, totals, stepRows, breaker, notes };
}

/** R29. Weighs each policy's marks before the first is made; those that trip the breaker wait. */
async function weigh(tx: Tx, workspaceId: string, { breaker, accepted }: RunSettings, steps: readonly Step[]): Promise<Tripped[]> {
  const weights = await weighDay(tx, {
    workspaceId,
    steps,
    limits: breaker,
    waits: (weight) => trips(weight, breaker, own(accepted, weight.kind) ?? null),
  });
  return weights.map((weight) => ({ ...weight, answer: null }));
}

async function finish(tx: Tx, workspace: OpenWorkspace, day: Day): Promise<void> {
  await closeRun(tx, { workspaceId: workspace.id, day });
  const { id: workspaceId, now } = workspace;
  const dayAgo = instantOf(millisecondsOf(now) - 24 * 3_600_000);
  await forgetAnswers(tx, { workspaceId, until: dayAgo });
  await forgetMessages(tx, { workspaceId, until: dayAgo });
  await forgetReceived(tx, { workspaceId, until: new Date(Date.now() - HEALTH_KEPT_MS) });
}
