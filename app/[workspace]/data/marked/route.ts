import { listMarkedPage } from '#lib/retention/list-marked-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listMarkedPage);
