import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '#db/client.ts';
import { forecastDays } from '#db/engine/forecast-days.ts';
import { RANDOM_NOW, randomWorkspace, writeRandomWorkspace } from '#db/testing/random-workspace.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { openWorkspace } from '#db/workspace.ts';
import { addDays, dayOf, nextProcessStart, parseInstant, processStart } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { forecastDay } from './forecast-day.ts';
import { listRunEffects } from './list-run-effects.ts';
import { proposedPlan } from './preview-policies.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

const DAYS = 60;

test('what is forecast for 60 days is what happens in them, if nothing arrives; and the examples of a day are among it', {
  timeout: 300_000,
}, async () => {
  let shown = 0;
  const first = dayOf(nextProcessStart(parseInstant(RANDOM_NOW)));
  await fc.assert(
    fc.asyncProperty(randomWorkspace, async (random) => {
      const { ctx, workspaceId } = await writeRandomWorkspace(random);
      const patch = Object.fromEntries(Object.entries(random.changes).filter(([, days]) => days !== undefined));
      const forecast = await read(workspaceId, async (tx) => {
        const workspace = await openWorkspace(tx, { workspaceId });
        if (!workspace) throw new Error('no workspace');
        return forecastDays(tx, { workspaceId, days: DAYS, plan: (await proposedPlan(tx, { workspace, patch })).plan });
      });
      await savePolicies(ctx, patch);
      const days = [...new Set(forecast.map(({ day }) => day))].filter((_, i) => i % 4 === 0);
      const examples = [];
      for (const day of days) examples.push(await forecastDay(ctx, { day }));
      const { runs } = await advanceTestClock(ctx, { to: processStart(addDays(first, DAYS - 1)) });
      const happened = runs.flatMap(({ day, marked, purged }) => [...rows(day, 'marks', marked), ...rows(day, 'purges', purged)]);
      expect(forecast.map(({ day, effect, kind, n }) => `${day} ${effect} ${kind} ${n}`).sort()).toEqual(happened.sort());
      for (const { day, marks, purges } of examples) {
        const done = (await listRunEffects(ctx, { day, limit: 100 })).rows.map(({ effect, kind, entity }) => `${effect} ${kind} ${entity}`);
        const said = [
          ...marks.map(({ kind, entity }) => `marked ${kind} ${entity}`),
          ...purges.map(({ kind, entity }) => `purged ${kind} ${entity}`),
        ];
        expect(done).toEqual(expect.arrayContaining(said));
        const [marked, purged] = ['marks', 'purges'].map((effect) =>
          forecast.filter((row) => row.day === day && row.effect === effect).reduce((n, row) => n + row.n, 0),
        );
        expect([marks.length, purges.length]).toEqual([Math.min(20, marked ?? 0), Math.min(20, purged ?? 0)]);
        for (const { marked_on } of marks) expect(marked_on).toBe(day);
        shown += said.length;
      }
    }),
    { numRuns: 12, seed: 20260704 },
  );
  expect(shown).toBeGreaterThanOrEqual(50);
});

function rows(day: string, effect: string, counts: Record<string, number>): string[] {
  return Object.entries(counts).map(([kind, n]) => `${day} ${effect} ${kind} ${n}`);
}
