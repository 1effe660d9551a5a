import type { Day } from '#lib/time.ts';
import { own } from './own.ts';
import { markedKind, type Step } from './plan.ts';

/** How much one transaction of a run reads or changes at most, in rows: short locks, and a kill costs no more than this. */
export const CHUNK_ROWS = 5_000;

/** How long a run stays its worker's after each chunk, unless a setting says otherwise. */
export const LEASE_MS = 10_000;

export type Counts = Record<string, number>;
type RunTotals = { marked: Counts; lifted: Counts; purged: Counts };
export type Effect = keyof RunTotals;

/** Which of a run's totals a step adds to. */
export function effectOf(step: Step): Effect | 'unheld' {
  if (step.name === 'end-holds') return 'unheld';
  if (step.name.startsWith('lift')) return 'lifted';
  return step.name.startsWith('purge') ? 'purged' : 'marked';
}

/** What decides at each chunk whether a run goes on with a step as planned. */
export type Circumstances = {
  /** The run's day, and the process day of this moment. */
  day: Day;
  presentDay: Day;
  markingPaused: boolean;
  purgingPaused: boolean;
  /** Kinds whose marks wait for a person. */
  waiting: readonly string[];
  /** Whether the run has purged something. */
  purging: boolean;
};

/** Whether a step is passed over. R28: on a later process day than its own a run makes no new marks, and purges only what it began to purge;
 *  the present day's run purges the rest, by the policies and holds of that day. R29: marking or purging is paused, or a policy's marks wait for a person. */
export function passesOver(step: Step, c: Circumstances): boolean {
  if (step.name === 'weigh') return c.presentDay > c.day;
  if (effectOf(step) === 'purged') return c.purgingPaused || (c.presentDay > c.day && !c.purging);
  if (step.name !== 'mark-accounts' && step.name !== 'mark-members') return false;
  return c.presentDay > step.processDay || c.markingPaused || c.waiting.includes(markedKind(step) ?? '');
}

/** Whether a run has purged something, by the rows that each of its steps changed. */
export function hasPurged(steps: readonly Step[], stepRows: readonly number[]): boolean {
  return steps.some((step, i) => effectOf(step) === 'purged' && (stepRows[i] ?? 0) > 0);
}

export function addCounts(a: Counts, b: Counts): Counts {
  const sum = { ...a };
  for (const [kind, n] of Object.entries(b)) sum[kind] = (own(sum, kind) ?? 0) + n;
  return sum;
}

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

/** The rule that a step's audit entry names. */
export function ruleOf(step: Step): string {
  if (effectOf(step) === 'unheld') return 'R15';
  if (effectOf(step) === 'lifted') return 'R14';
  if (effectOf(step) === 'purged') return 'R11';
  if (step.name === 'cascade') return 'R10';
  return step.name === 'mark-accounts' && step.kind === 'free_accounts' ? 'R13' : 'R9';
}
