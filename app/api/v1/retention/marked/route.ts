import { apiRoute } from '#lib/web/api-route.ts';
import { listMarkedOperation } from '#lib/web/operations/marked.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(listMarkedOperation);
