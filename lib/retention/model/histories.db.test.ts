import { expect, inject, test } from 'vitest';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { busyNeighbour } from './busy-neighbour.ts';
import { Difference, playStory } from './play-story.ts';
import { shorten } from './shorten.ts';
import type { Step } from './steps.ts';
import type { Tally } from './tally.ts';
import { writeStories } from './write-stories.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many are played, and the seed that they are made from. */
    histories: { count: number; seed: number };
  }
}

testDatabase();

/** Each of the hard situations arises this often, or the histories prove less than they seem to. */
const OFTEN = 50;

/** Stories that are played side by side: so many keep two cores busy, and each is a neighbour of the others. */
const SIDES = 3;

test('after no step of any history do the product and the rules differ', { timeout: 7_200_000 }, async () => {
  const { count, seed } = inject('histories');
  const { stories, tally } = writeStories({ count, seed });
  const neighbour = await busyNeighbour();
  const untouched = await stored(neighbour.workspaceId);
  const began = performance.now();
  await playAll(stories);
  expect(await stored(neighbour.workspaceId)).toEqual(untouched);
  report(tally, `${count} histories from seed ${seed} in ${Math.round((performance.now() - began) / 1000)} s`);
  expect([...tally.situations].filter(([, n]) => n < OFTEN).map(([situation, n]) => `${n} ${situation}`)).toEqual([]);
});

/** Plays all of them, or until one shows a difference: its shortest story is thrown. */
async function playAll(stories: readonly Step[][]): Promise<void> {
  const queue = stories.values();
  let first: unknown;
  const playOn = async () => {
    for (const story of queue) {
      if (first === undefined) await playStory(story).catch((error: unknown) => (first ??= error));
    }
  };
  await Promise.all(Array.from({ length: SIDES }, playOn));
  if (first instanceof Difference) throw await shorten(first);
  if (first !== undefined) throw first;
}

function report({ situations, steps }: Tally, what: string): void {
  const lines = [...situations].map(([situation, n]) => `${String(n).padStart(7)}  ${situation}`);
  console.log(`${what}, ${steps} steps\n${lines.join('\n')}`);
}
