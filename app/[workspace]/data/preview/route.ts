import { z } from 'zod';
import type { Context } from '#lib/context.ts';
import { parseInput } from '#lib/door.ts';
import { previewPolicies } from '#lib/retention/preview-policies.ts';
import { dataRoute } from '#lib/web/data-route.ts';

/** `?save=` is the body of a save, as JSON. */
const Query = z.object({ save: z.string().transform(readJson) });

export const GET = dataRoute((ctx: Context, query) => previewPolicies(ctx, { patch: parseInput(Query, query).save, forecast: false }));

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
