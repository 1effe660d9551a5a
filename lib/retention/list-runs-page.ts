import { z } from 'zod';
import { readRuns } from '#db/list-runs.ts';
import { nameActors } from '#lib/audit/name-actors.ts';
import { keysetOf, ScreenPageInput, screenPage } from '#lib/keyset.ts';
import { view } from '#lib/view.ts';
import { RUN_KEY } from './list-runs.ts';
import { runRow } from './rules/run-answer.ts';

/** The runs of the daily process, the latest first, as a screen turns their pages. */
export const listRunsPage = view({
  name: 'runs.list-page',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object(ScreenPageInput),
  async read({ tx, ctx, workspaceId, now }, where) {
    const keyset = keysetOf(where, RUN_KEY);
    const { rows, ...page } = screenPage(await readRuns(tx, { workspaceId, keyset }), keyset, ({ day }) => [day]);
    const names = await nameActors({ ...ctx, tx }, { actors: rows.map((run) => run.startedBy) });
    return { now, rows: rows.map((run) => ({ ...runRow(run), started_by: names[run.startedBy] ?? run.startedBy })), ...page };
  },
});
export type RunsPage = Awaited<ReturnType<typeof listRunsPage>>;
