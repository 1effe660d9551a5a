import type { Context } from '#lib/context.ts';
import { parseInput } from '#lib/door.ts';
import { previewStaying } from '#lib/retention/preview-staying.ts';
import { dataRoute } from '#lib/web/data-route.ts';
import { SaveQuery } from '../save-query.ts';

export const GET = dataRoute((ctx: Context, query) => previewStaying(ctx, { patch: parseInput(SaveQuery, query).save }));
