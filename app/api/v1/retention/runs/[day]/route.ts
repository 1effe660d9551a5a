import { apiRoute } from '#lib/web/api-route.ts';
import { getRunOperation } from '#lib/web/operations/runs.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getRunOperation);
