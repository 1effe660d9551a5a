import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '#db/client.ts';
import { readRun } from '#db/daily-runs.ts';
import { RANDOM_NOW, randomWorkspace, writeRandomWorkspace } from '#db/testing/random-workspace.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type Day, nextProcessStart, parseInstant } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { previewPolicies } from './preview-policies.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

const WORKSPACES = 200;

test(`the preview of a save and the run after it do the same, in ${WORKSPACES} random workspaces`, { timeout: 120_000 }, async () => {
  let [marked, lifted, along] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(randomWorkspace, async (random) => {
      const { ctx, workspaceId } = await writeRandomWorkspace(random);
      const patch = Object.fromEntries(Object.entries(random.changes).filter(([, days]) => days !== undefined));
      const preview = await previewPolicies(ctx, { patch, forecast: false });
      await savePolicies(ctx, patch);
      const { runs } = await advanceTestClock(ctx, { to: nextProcessStart(parseInstant(RANDOM_NOW)) });
      const previewed = Object.entries(preview.kinds);
      const marks = counted(previewed.map(([kind, k]) => [kind, k.due + k.with.sub_accounts]));
      expect({ marked: marks, lifted: counted(previewed.map(([kind, k]) => [kind, k.lifted])) }).toEqual({
        marked: counted(Object.entries(runs[0]?.marked ?? {})),
        lifted: counted(Object.entries(runs[0]?.lifted ?? {})),
      });
      const run = await read(workspaceId, (tx) => readRun(tx, { workspaceId, day: runs[0]?.day as Day }));
      expect(run?.expected).toEqual({ marked: run?.marked, purged: run?.purged });
      marked += sum(marks);
      lifted += sum(runs[0]?.lifted ?? {});
      along += previewed.reduce((n, [, k]) => n + k.with.sub_accounts, 0);
    }),
    { numRuns: WORKSPACES, seed: 20260704 },
  );
  expect(Math.min(marked, lifted, along)).toBeGreaterThanOrEqual(50);
});

function counted(entries: [string, number][]): Record<string, number> {
  return Object.fromEntries(entries.filter(([, n]) => n > 0));
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}
