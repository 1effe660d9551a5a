import { listActors } from '#lib/audit/list-actors.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listActors);
