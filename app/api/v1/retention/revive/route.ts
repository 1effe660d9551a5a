import { apiRoute } from '#lib/web/api-route.ts';
import { reviveOperation } from '#lib/web/operations/marked.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(reviveOperation);
