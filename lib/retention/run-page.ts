import { nameActors } from '#lib/audit/name-actors.ts';
import { view } from '#lib/view.ts';
import { RunInput, runOf } from './get-run.ts';
import { effectiveDays, expiryOverruled } from './rules/policy.ts';
import { runRow, runSteps } from './rules/run-answer.ts';

/** One run for its page: steps with their progress, and the settings as they were when it began. AppError `not-found`. */
export const runPage = view({
  name: 'runs.page',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: RunInput,
  async read(scene, { day }) {
    const { ctx, tx, now } = scene;
    const run = await runOf(scene, day);
    const { policies, markingPaused, purgingPaused, breaker } = run.plan.settings;
    const names = await nameActors({ ...ctx, tx }, { actors: [run.startedBy] });
    return {
      now,
      run: { ...runRow(run), started_by: names[run.startedBy] ?? run.startedBy },
      steps: runSteps(run),
      settings: {
        policies: policies.policies.map(({ kind, mode, since }) => ({ kind, days: effectiveDays(policies, kind), mode, since })),
        expiry_overruled: expiryOverruled(policies),
        marking_paused: markingPaused,
        purging_paused: purgingPaused,
        breaker,
      },
    };
  },
});
export type RunPage = Awaited<ReturnType<typeof runPage>>;
