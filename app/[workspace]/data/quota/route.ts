import { dataRoute } from '#lib/web/data-route.ts';
import { getQuota } from '#lib/workspaces/get-quota.ts';

export const GET = dataRoute(getQuota);
