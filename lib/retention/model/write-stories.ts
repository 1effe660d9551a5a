import fc from 'fast-check';
import { arbitraryHistory } from './arbitrary-history.ts';
import { direct } from './director.ts';
import { newPast } from './seen.ts';
import type { Step } from './steps.ts';
import { newTally, type Tally, takeAndSee } from './tally.ts';
import { newWorld } from './world.ts';

/** When every story begins: before the turn of a year, and of a leap year's February. */
export const CLOCK = '2027-12-20T09:00:00.000Z';

/** So many stories from one seed, by the model alone: always the same, whatever the product makes of them; and how often each situation arises in all of them. */
export function writeStories({ count, seed }: { count: number; seed: number }): { stories: Step[][]; tally: Tally } {
  const tally = newTally();
  const stories = fc.sample(arbitraryHistory, { numRuns: count, seed, unbiased: true }).map((choices) => {
    const [world, past] = [newWorld(CLOCK), newPast()];
    const story: Step[] = [];
    for (const step of direct(world, past, choices, tally)) {
      takeAndSee(world, step, past, tally);
      story.push(step);
    }
    return story;
  });
  return { stories, tally };
}
