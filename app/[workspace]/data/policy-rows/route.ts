import { policyRows } from '#lib/retention/policy-rows.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(policyRows);
