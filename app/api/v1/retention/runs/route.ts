import { apiRoute } from '#lib/web/api-route.ts';
import { listRunsOperation } from '#lib/web/operations/runs.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(listRunsOperation);
