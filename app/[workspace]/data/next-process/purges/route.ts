import { nextPurges } from '#lib/retention/next-purges.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(nextPurges);
