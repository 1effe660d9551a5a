import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { arbitraryHistory } from './arbitrary-history.ts';
import { busyNeighbour } from './busy-neighbour.ts';
import { direct } from './director.ts';
import { Difference, playHistory } from './history.ts';
import { shorten } from './shorten.ts';
import { newTally, type Tally } from './tally.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many are played, and the seed that they are made from. */
    histories: { count: number; seed: number };
  }
}

testDatabase();

/** Each of the hard situations arises this often, or the histories prove less than they seem to. */
const OFTEN = 50;

/** Played side by side, each from a seed of its own: so many keep two cores busy, and each is a neighbour of the others. */
const SIDES = 3;

test('after no step of any history do the product and the rules differ', { timeout: 7_200_000 }, async () => {
  const { count, seed } = inject('histories');
  const neighbour = await busyNeighbour();
  const untouched = await stored(neighbour.workspaceId);
  const began = performance.now();
  const sides = Array.from({ length: SIDES }, (_, i) => playSide({ numRuns: Math.ceil(count / SIDES), seed: seed + i }));
  const tally = sumOf(await Promise.all(sides));
  expect(await stored(neighbour.workspaceId)).toEqual(untouched);
  report(tally, `${count} histories from seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s`);
  expect([...tally.situations].filter(([, n]) => n < OFTEN).map(([situation, n]) => `${n} ${situation}`)).toEqual([]);
});

async function playSide(parameters: { numRuns: number; seed: number }): Promise<Tally> {
  const tally = newTally();
  const property = fc.asyncProperty(arbitraryHistory, (choices) =>
    playHistory((world, past) => direct(world, past, choices, tally), tally),
  );
  const { errorInstance } = await fc.check(property, { ...parameters, unbiased: true, endOnFailure: true });
  if (errorInstance instanceof Difference) throw await shorten(errorInstance);
  if (errorInstance) throw errorInstance;
  return tally;
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = newTally();
  for (const { situations, steps } of tallies) {
    sum.steps += steps;
    for (const [situation, n] of situations) sum.situations.set(situation, (sum.situations.get(situation) ?? 0) + n);
  }
  return sum;
}

function report({ situations, steps }: Tally, what: string): void {
  const lines = [...situations].map(([situation, n]) => `${String(n).padStart(7)}  ${situation}`);
  console.log(`${what}, ${steps} steps\n${lines.join('\n')}`);
}
