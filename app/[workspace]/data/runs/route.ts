import { listRunsPage } from '#lib/retention/list-runs-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listRunsPage);
