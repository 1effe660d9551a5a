import { apiRoute } from '#lib/web/api-route.ts';
import { getPoliciesOperation, savePoliciesOperation } from '#lib/web/operations/policies.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getPoliciesOperation, savePoliciesOperation);
