import { apiRoute } from '#lib/web/api-route.ts';
import { getQuotaOperation } from '#lib/web/operations/quota.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getQuotaOperation);
