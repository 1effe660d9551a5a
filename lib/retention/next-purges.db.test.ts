import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RANDOM_NOW, randomWorkspace, writeRandomWorkspace } from '#db/testing/random-workspace.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import type { Context } from '#lib/context.ts';
import { dayOf, nextProcessStart, parseInstant } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { listRunEffects } from './list-run-effects.ts';
import { nextProcess } from './next-process.ts';
import { nextPurges } from './next-purges.ts';

testDatabase();

const WORKSPACES = 60;
const next = nextProcessStart(parseInstant(RANDOM_NOW));

test('R11: what is shown to be purged next is what the run purges, less what goes with its account, in random workspaces', {
  timeout: 120_000,
}, async () => {
  const seen = { accounts: 0, alone: 0 };
  await fc.assert(
    fc.asyncProperty(randomWorkspace, async (random) => {
      const { ctx } = await writeRandomWorkspace(random);
      const { day, kinds } = await nextPurges(ctx, {});
      const { purged } = await nextProcess(ctx, {});
      await advanceTestClock(ctx, { to: next });
      expect(day).toBe(dayOf(next));
      const shown = kinds.flatMap(({ kind, sample }) => sample.map(({ entity }) => `${kind} ${entity}`));
      expect(shown.sort()).toEqual((await purgedByTheRun(ctx)).sort());
      for (const { kind, n, sample } of kinds) {
        expect(sample).toHaveLength(n);
        expect(n).toBeLessThanOrEqual(purged[kind] ?? 0);
        seen[kind === 'accounts' ? 'accounts' : 'alone'] += n;
      }
    }),
    { numRuns: WORKSPACES, seed: 20260705 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThanOrEqual(5);
});

async function purgedByTheRun(ctx: Context): Promise<string[]> {
  const { rows } = await listRunEffects(ctx, { day: dayOf(next), effect: 'purged', limit: 1000 });
  const gone = new Set(rows.filter(({ member }) => member === null).map(({ account }) => account));
  return rows.filter(({ member, account }) => member === null || !gone.has(account)).map(({ kind, entity }) => `${kind} ${entity}`);
}
