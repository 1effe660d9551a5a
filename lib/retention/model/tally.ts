import { plusDays, processDay, startOf } from './days.ts';
import { type Past, remember } from './seen.ts';
import { SITUATIONS } from './situations.ts';
import { type Step, type Taken, takeStep } from './steps.ts';
import { copyOf, type World } from './world.ts';

/** How often each situation arose, and how many steps were taken. */
export type Tally = { situations: Map<string, number>; steps: number };

export const newTally = (): Tally => ({ situations: new Map(Object.keys(SITUATIONS).map((name) => [name, 0])), steps: 0 });

/** Takes a step in the model, and counts the situations that it is one of. An advance stops at each day on its way, so that each is seen by itself. */
export function takeAndSee(world: World, step: Step, past: Past, tally: Tally): Taken {
  const parts = step.do === 'advance' ? dayByDay(world, step.to) : [step];
  const taken = parts.map((part) => takePart(world, part, past, tally));
  tally.steps += 1;
  return taken.at(-1) as Taken;
}

function takePart(world: World, step: Step, past: Past, { situations }: Tally): Taken {
  const before = copyOf(world);
  const taken = takeStep(world, step);
  const seen = { before, after: world, step, taken, past };
  for (const [name, isOne] of Object.entries(SITUATIONS)) if (isOne(seen)) situations.set(name, (situations.get(name) ?? 0) + 1);
  remember(seen);
  return taken;
}

function dayByDay(world: World, to: string): Step[] {
  const stops: string[] = [];
  for (let day = plusDays(processDay(world.now), 1); startOf(day) < to; day = plusDays(day, 1)) stops.push(startOf(day));
  return [...stops, to].map((stop) => ({ do: 'advance', to: stop }));
}
