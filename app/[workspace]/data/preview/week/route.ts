import type { Context } from '#lib/context.ts';
import { parseInput } from '#lib/door.ts';
import { previewWeek } from '#lib/retention/preview-week.ts';
import { dataRoute } from '#lib/web/data-route.ts';
import { SaveQuery } from '../save-query.ts';

export const GET = dataRoute((ctx: Context, query) => previewWeek(ctx, { patch: parseInput(SaveQuery, query).save }));
