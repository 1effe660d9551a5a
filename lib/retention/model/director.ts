import type { Intent } from './intent.ts';
import type { Past } from './seen.ts';
import type { Step } from './steps.ts';
import { newTally, type Tally, takeAndSee } from './tally.ts';
import { copyOf, type World } from './world.ts';

/** Of several intents the one that, for each step that it takes, brings most of what arose seldom so far: each is tried in a copy of the model. Its steps, in the
 *  world as it stands; of one intent alone just these. */
export function* direct(world: World, past: Past, choices: readonly (readonly Intent[])[], tally: Tally): Generator<Step> {
  for (const intents of choices) {
    const tries = intents.map((intent) => tryOut(world, past, intent, tally));
    const best = tries.reduce((a, b) => (b.worth > a.worth ? b : a), { worth: -1, steps: [] as Step[] });
    yield* best.steps;
  }
}

function tryOut(world: World, past: Past, intent: Intent, tally: Tally): { worth: number; steps: Step[] } {
  const [copy, copyOfPast, seen] = [copyOf(world), structuredClone(past), newTally()];
  const steps: Step[] = [];
  for (const step of intent(copy)) {
    takeAndSee(copy, step, copyOfPast, seen);
    steps.push(step);
  }
  const arose = [...seen.situations].filter(([, n]) => n > 0);
  const worth = arose.reduce((sum, [situation]) => sum + 1 / (1 + (tally.situations.get(situation) ?? 0)) ** 5, 0);
  return { worth: worth / Math.max(steps.length, 1), steps };
}
