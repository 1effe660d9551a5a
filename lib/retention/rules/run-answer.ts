import { z } from 'zod';
import type { Day, Instant } from '#lib/time.ts';
import type { Tripped } from './breaker.ts';
import { markedKind, type Step } from './plan.ts';
import { type Counts, type Effect, effectOf, ruleOf, totalOf } from './progress.ts';

const Counted = z
  .record(z.string(), z.number().int())
  .describe('By kind; zeros may be left out.')
  .meta({ examples: [{ accounts: 12 }] });

/** A run of the daily process as the interface says it. `breaker` holds only what tripped (R29). */
export const RunAnswer = z.object({
  day: z.string().meta({ examples: ['2026-07-05'] }),
  state: z.enum(['running', 'waiting', 'done', 'failed']),
  marked: Counted,
  lifted: Counted,
  purged: Counted,
  breaker: z.array(
    z.object({
      kind: z.string(),
      marks: z.number().int(),
      active: z.number().int(),
      answer: z.enum(['allowed', 'refused', 'superseded']).nullable(),
      same_day: z.object({ day: z.string(), marks: z.number().int() }),
    }),
  ),
});
export type RunAnswer = z.infer<typeof RunAnswer>;

type Run = { day: Day; state: RunAnswer['state']; marked: Counts; lifted: Counts; purged: Counts; breaker: Tripped[] };

export function runAnswer({ day, state, marked, lifted, purged, breaker }: Run): RunAnswer {
  return { day, state, marked, lifted, purged, breaker };
}

type Worked = Run & {
  plan: { steps: readonly Step[] };
  step: number;
  stepRows: readonly number[];
  expected: { marked: Counts; purged: Counts };
  startedBy: string;
  startedAt: Instant;
  finishedAt: Instant | null;
  beganAt: Date;
  endedAt: Date | null;
  failure: string | null;
};

/** The same as a screen shows it in a row, with how long it took by the machine's clock and what was counted before it began. */
export function runRow(run: Worked) {
  const { expected, startedBy, startedAt, finishedAt, beganAt, endedAt, failure, plan, step } = run;
  return {
    ...runAnswer(run),
    expected,
    totals: { marked: totalOf(run.marked), lifted: totalOf(run.lifted), purged: totalOf(run.purged) },
    started_by: startedBy,
    started_at: startedAt,
    finished_at: finishedAt,
    duration_ms: endedAt === null ? null : endedAt.getTime() - beganAt.getTime(),
    failure,
    steps_done: step,
    steps: plan.steps.length,
  };
}

export type RunStep = {
  name: Step['name'];
  kind: string | null;
  /** Whether it is about accounts that went along. */
  along: boolean;
  effect: Effect | null;
  rule: string;
  rows: number;
  state: 'done' | 'next' | 'open';
};

/** What a run does, step by step, and how far it is. */
export function runSteps({ plan, step: next, stepRows }: Pick<Worked, 'plan' | 'step' | 'stepRows'>): RunStep[] {
  return plan.steps.map((step, i) => {
    const effect = effectOf(step);
    return {
      name: step.name,
      kind: kindOf(step),
      along: 'marks' in step && step.marks === 'along',
      effect: effect === 'unheld' || step.name === 'weigh' ? null : effect,
      rule: step.name === 'weigh' ? 'R29' : ruleOf(step),
      rows: stepRows[i] ?? 0,
      state: i < next ? 'done' : i === next ? 'next' : 'open',
    };
  });
}

function kindOf(step: Step): string | null {
  if ('members' in step) return step.members.kind;
  return 'kind' in step ? step.kind : (markedKind(step) ?? null);
}
