import { isDeepStrictEqual } from 'node:util';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { newId } from '#lib/ids.ts';
import { pictureOf } from './picture.ts';
import { realLists, realPicture, takeRealStep } from './product.ts';
import { say } from './say.ts';
import { type Step, takeStep } from './steps.ts';
import { newWorld } from './world.ts';
import { CLOCK } from './write-stories.ts';

/** Product and rules differ after these steps. */
export class Difference extends Error {
  readonly steps: readonly Step[];

  constructor(steps: readonly Step[], story: readonly string[], differences: readonly string[]) {
    const lines = story.map((line, i) => `${String(i + 1).padStart(3)}. ${line}`);
    super(`Product and rules differ after this story:\n${lines.join('\n')}\n${differences.join('\n')}`);
    this.steps = steps;
  }
}

/** Plays a story in a new workspace and in the model, which have to answer and to look the same after each step. Throws `Difference`. */
export async function playStory(story: readonly Step[]): Promise<void> {
  const { ctx } = await testWorkspace(CLOCK, `Story ${newId()}`);
  const world = newWorld(CLOCK);
  const told: string[] = [];
  for (const [i, step] of story.entries()) {
    told.push(`${world.now}  ${say(step)}`);
    const rules = { answer: takeStep(world, step).answer, ...pictureOf(world) };
    const answer = await takeRealStep(ctx, step).catch((error) => `failed: ${error}`);
    const differences = differ('', inOrder({ answer, ...(await realPicture(ctx)) }), inOrder(rules));
    if (differences.length > 0) throw new Difference(story.slice(0, i + 1), told, differences);
  }
  const active = pictureOf(world).entities.filter(({ state }) => state === 'active');
  const differences = differ('lists', inOrder(await realLists(ctx)), inOrder({ answer: true, entities: active }));
  if (differences.length > 0) throw new Difference(story, told, differences);
}

type Picture = { answer: unknown; entities: Record<string, unknown>[] };

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
