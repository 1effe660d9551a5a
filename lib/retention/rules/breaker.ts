import type { Day } from '#lib/time.ts';

/** R29. A policy's marks in one run that are more than `share` percent of what is active of its kind, and at least `floor`, wait for a person. */
export type BreakerLimits = { share: number; floor: number };
/** R29. What a person was shown and accepted counts as allowed up to this share of itself. */
const ACCEPTED_SHARE = 1.1;

/** R29. As many allowed marks are made before whoever allowed them is answered; more are a worker's, and the run says how far it is. A chunk's worth. */
export const MADE_AT_ONCE = 5_000;

export type Weight = { kind: string; marks: number; active: number; same_day: { day: Day; marks: number } };
type BreakerAnswer = 'allowed' | 'refused' | 'superseded';
/** A policy whose marks wait, or waited, for a person. */
export type Tripped = Weight & { answer: BreakerAnswer | null };

export function trips(
  { marks, active }: Pick<Weight, 'marks' | 'active'>,
  { share, floor }: BreakerLimits,
  accepted: number | null,
): boolean {
  if (marks < floor || marks * 100 <= share * active) return false;
  return accepted === null || marks > accepted * ACCEPTED_SHARE;
}

/** How many active ones have to be counted to tell whether `marks` are more than the share: with so many, or more, they are not. */
export function enoughActive(marks: number, { share }: BreakerLimits): number {
  return Math.ceil((marks * 100) / share);
}

/** The kinds that nobody has answered for, or that a person refused: their marks are not made in this run. */
export function waitingKinds(breaker: readonly Tripped[]): string[] {
  return breaker.filter((tripped) => tripped.answer !== 'allowed').map((tripped) => tripped.kind);
}

/** Whether a run still waits for a person. */
export function isUnanswered(breaker: readonly Tripped[]): boolean {
  return breaker.some((tripped) => tripped.answer === null);
}
