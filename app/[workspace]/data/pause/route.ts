import { getPause } from '#lib/retention/set-pause.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(getPause);
