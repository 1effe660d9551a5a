import { z } from 'zod';
import type { Context } from '#lib/context.ts';
import { parseInput } from '#lib/door.ts';
import { explainEntity } from '#lib/retention/explain-entity.ts';
import { dataRoute } from '#lib/web/data-route.ts';
import { SaveQuery } from '../preview/save-query.ts';

/** With `?save=`, by the policies after a save that is not made. */
const Query = z.looseObject({ save: SaveQuery.shape.save.optional() });

export const GET = dataRoute((ctx: Context, query) => {
  const { save, ...asked } = parseInput(Query, query);
  return explainEntity(ctx, { ...asked, patch: save });
});
