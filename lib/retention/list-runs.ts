import { z } from 'zod';
import { readRuns } from '#db/list-runs.ts';
import { keysetOf } from '#lib/keyset.ts';
import { PageInput, pageOf } from '#lib/page.ts';
import { DaySchema } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { runAnswer } from './rules/run-answer.ts';

/** A cursor holds the day of a run. */
export const RUN_KEY = z.tuple([DaySchema]);

/** The runs of the daily process, the latest first. */
export const listRuns = view({
  name: 'runs.list',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object(PageInput),
  async read({ tx, workspaceId }, { limit, cursor }) {
    const rows = await readRuns(tx, { workspaceId, keyset: keysetOf({ after: cursor, limit }, RUN_KEY) });
    const { data, ...page } = pageOf(rows, limit, ({ day }) => [day]);
    return { data: data.map(runAnswer), ...page };
  },
});
