import { isDeepStrictEqual } from 'node:util';
import type { TestWorkspace } from '#db/testing/workspaces.ts';
import { plusDays, processDay, startOf } from './days.ts';
import type { Intent } from './intent.ts';
import { pictureOf } from './picture.ts';
import { realPicture, takeRealStep } from './product.ts';
import { say } from './say.ts';
import { newPast, remember, SITUATIONS } from './situations.ts';
import { type Step, type Taken, takeStep } from './steps.ts';
import { newWorld, type World } from './world.ts';

/** How often each situation arose, and how many steps were taken. */
export type Tally = { situations: Map<string, number>; steps: number };

export const newTally = (): Tally => ({ situations: new Map(Object.keys(SITUATIONS).map((name) => [name, 0])), steps: 0 });

export type History = { world: World; play(intent: Intent): Promise<void> };

/** One workspace and its model, which go through the same steps and have to look the same after each; where they do not, the story so far is told. */
export function beginHistory({ ctx }: TestWorkspace, clock: string, tally: Tally): History {
  const world = newWorld(clock);
  const past = newPast();
  const story: string[] = [];

  const take = (step: Step): Taken => {
    const before = structuredClone(world);
    const taken = takeStep(world, step);
    const seen = { before, after: world, step, taken, past };
    for (const [name, isOne] of Object.entries(SITUATIONS)) {
      if (isOne(seen)) tally.situations.set(name, (tally.situations.get(name) ?? 0) + 1);
    }
    remember(seen);
    return taken;
  };

  const play = async (step: Step) => {
    tally.steps += 1;
    story.push(`${world.now}  ${say(step)}`);
    const taken = dayByDay(world, step).map(take).at(-1);
    const product = await takeRealStep(ctx, step).then(async (answer) => ({ answer, ...(await realPicture(ctx)) }));
    compare(product, { answer: taken?.answer, ...pictureOf(world) }, story);
  };

  return {
    world,
    async play(intent) {
      for (const step of intent(world)) await play(step);
    },
  };
}

/** An advance stops at each day on its way, so that what happens on each is seen by itself. */
function dayByDay(world: World, step: Step): Step[] {
  if (step.do !== 'advance') return [step];
  const stops: string[] = [];
  for (let day = plusDays(processDay(world.now), 1); startOf(day) < step.to; day = plusDays(day, 1)) stops.push(startOf(day));
  return [...stops, step.to].map((to) => ({ do: 'advance', to }));
}

type Picture = { entities: Record<string, unknown>[] };

function compare(product: Picture, rules: Picture, story: readonly string[]): void {
  const differences = differ('', inOrder(product), inOrder(rules));
  if (differences.length === 0) return;
  const lines = story.map((line, i) => `${String(i + 1).padStart(3)}. ${line}`);
  throw new Error(`Product and rules differ after this story:\n${lines.join('\n')}\n${differences.join('\n')}`);
}

function inOrder({ entities, ...rest }: Picture) {
  const key = ({ account, collection, user, object }: Record<string, unknown>) =>
    [collection, account, user, object].filter((part) => part !== undefined).join('/');
  return { ...rest, entities: Object.fromEntries(entities.map((entity) => [key(entity), entity])) };
}

/** Each place where the two are not the same, as a line. */
function differ(path: string, product: unknown, rules: unknown): string[] {
  if (isDeepStrictEqual(product, rules)) return [];
  if (!isRecord(product) || !isRecord(rules)) return [`  ${path}: product ${JSON.stringify(product)}, rules ${JSON.stringify(rules)}`];
  const names = new Set([...Object.keys(product), ...Object.keys(rules)]);
  return [...names].flatMap((name) => differ(`${path} ${name}`.trim(), product[name], rules[name]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
