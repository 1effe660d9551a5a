import { z } from 'zod';
import { parseInput } from '#lib/door.ts';
import { exportPreview } from '#lib/retention/export-preview.ts';
import { csvRoute } from '#lib/web/csv-route.ts';
import { SaveQuery } from '../save-query.ts';

const Query = z.object({ ...SaveQuery.shape, kind: z.string('Name a kind.') });

export const GET = csvRoute((ctx, query) => {
  const { save, kind } = parseInput(Query, query);
  return exportPreview(ctx, { patch: save, kind });
}, 'to-be-marked');
