import { presentProcess } from '#lib/retention/present-process.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(presentProcess);
