import { getPolicies } from '#lib/retention/get-policies.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(getPolicies);
