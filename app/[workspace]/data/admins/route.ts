import { dataRoute } from '#lib/web/data-route.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';

export const GET = dataRoute(listAdmins);
