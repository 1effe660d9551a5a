import { Difference, playStory } from './play-story.ts';
import type { Step } from './steps.ts';

/** The same difference, or another one, after as few of the steps as can be: no step and no signal of it can be left out. */
export async function shorten(difference: Difference): Promise<Difference> {
  let shortest = difference;
  const stillDiffers = async (steps: readonly Step[]) => {
    const found = await playStory(steps).catch((error: unknown) => error);
    if (found instanceof Difference) shortest = found;
    return found instanceof Difference;
  };
  const steps = await fewer(difference.steps, stillDiffers);
  for (const [i, step] of steps.entries()) {
    if (step.do !== 'tell') continue;
    const telling = (signals: (typeof step)['signals']): Step => ({ ...step, signals });
    steps[i] = telling(await fewer(step.signals, (some) => stillDiffers(steps.with(i, telling(some)))));
  }
  return shortest;
}

/** Leaves out halves, then quarters, and at last one by one, as long as `differs` says so of the rest. */
async function fewer<T>(list: readonly T[], differs: (rest: T[]) => Promise<boolean>): Promise<T[]> {
  let kept = [...list];
  for (let size = Math.ceil(kept.length / 2); size > 0; ) {
    const before = kept.length;
    for (let at = 0; at < kept.length; ) {
      const rest = kept.toSpliced(at, size);
      if (rest.length > 0 && (await differs(rest))) kept = rest;
      else at += size;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (kept.length === before) break;
  }
  return kept;
}
