import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { arbitraryHistory } from './arbitrary-history.ts';
import { busyNeighbour } from './busy-neighbour.ts';
import { beginHistory, newTally } from './history.ts';

declare module 'vitest' {
  interface ProvidedContext {
    histories: { count: number; seed: number };
  }
}

testDatabase();

/** Each of the hard situations arises this often, or the histories prove less than they seem to. */
const OFTEN = 50;
const CLOCK = '2027-12-20T09:00:00.000Z';

test('after no step of any history do the product and the rules differ', { timeout: 7_200_000 }, async () => {
  const { count, seed } = inject('histories');
  const tally = newTally();
  const neighbour = await busyNeighbour();
  const untouched = await stored(neighbour.workspaceId);
  const began = performance.now();
  const property = fc.asyncProperty(arbitraryHistory, async ({ beginning, commands }) => {
    const history = beginHistory(await testWorkspace(CLOCK), CLOCK, tally);
    for (const intent of beginning) await history.play(intent);
    await fc.asyncModelRun(() => ({ model: history, real: null }), commands);
    expect(await stored(neighbour.workspaceId)).toEqual(untouched);
  });
  const { failed, errorInstance, counterexamplePath, numShrinks } = await fc.check(property, { numRuns: count, seed, unbiased: true });
  if (failed) throw new Error(`seed ${seed}, path ${counterexamplePath}, shrunk ${numShrinks} times\n${errorInstance}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  const lines = [...tally.situations].map(([situation, n]) => `${String(n).padStart(7)}  ${situation}`);
  console.log(`${count} histories, ${tally.steps} steps, seed ${seed}, ${seconds} s\n${lines.join('\n')}`);
  const rare = [...tally.situations].filter(([, n]) => n < OFTEN);
  expect(rare.map(([name]) => name)).toEqual([]);
});
