import { listHoldsPage } from '#lib/holds/list-holds-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listHoldsPage);
