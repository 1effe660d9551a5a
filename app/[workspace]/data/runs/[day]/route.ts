import { runPage } from '#lib/retention/run-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(runPage);
