import type { Context } from '#lib/context.ts';
import { parseInput } from '#lib/door.ts';
import { previewPolicies } from '#lib/retention/preview-policies.ts';
import { dataRoute } from '#lib/web/data-route.ts';
import { SaveQuery } from './save-query.ts';

export const GET = dataRoute((ctx: Context, query) => {
  const { save, forecast } = parseInput(SaveQuery, query);
  return previewPolicies(ctx, { patch: save, forecast: forecast === '1' });
});
