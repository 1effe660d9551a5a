import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RANDOM_NOW, randomWorkspace, writeRandomWorkspace } from '#db/testing/random-workspace.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import type { Context } from '#lib/context.ts';
import { dayOf, nextProcessStart, parseInstant } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { explainEntity } from './explain-entity.ts';
import { listMarked } from './list-marked.ts';
import { listRunEffects } from './list-run-effects.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

const WORKSPACES = 40;
const next = nextProcessStart(parseInstant(RANDOM_NOW));

test('R14: what a look-up with a change not saved yet says of a mark is what the run after the save does', {
  timeout: 120_000,
}, async () => {
  let [lifts, stays] = [0, 0];
  await fc.assert(
    fc.asyncProperty(randomWorkspace, async (random) => {
      const { ctx } = await writeRandomWorkspace(random);
      const patch = Object.fromEntries(Object.entries(random.changes).filter(([, days]) => days !== undefined));
      const said: string[] = [];
      for (const { kind, entity } of await allMarked(ctx)) {
        const { lift } = await explainEntity(ctx, { kind, entity, patch });
        if (lift === null) stays++;
        else said.push(`${kind} ${entity}`);
      }
      await savePolicies(ctx, patch);
      await advanceTestClock(ctx, { to: next });
      const { rows } = await listRunEffects(ctx, { day: dayOf(next), effect: 'lifted', limit: 100 });
      expect(said.sort()).toEqual(rows.map((row) => `${row.entity_kind} ${row.entity}`).sort());
      lifts += said.length;
    }),
    { numRuns: WORKSPACES, seed: 20260706 },
  );
  expect(Math.min(lifts, stays)).toBeGreaterThanOrEqual(30);
});

async function allMarked(ctx: Context) {
  const kinds = ['accounts', 'users', 'objects'];
  const pages = await Promise.all(kinds.map((kind) => listMarked(ctx, { kind, limit: 1000 })));
  return pages.flatMap(({ data }) => data.map(({ kind, entity }) => ({ kind, entity })));
}
