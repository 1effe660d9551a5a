import { apiRoute } from '#lib/web/api-route.ts';
import { createTaskOperation } from '#lib/web/operations/totango.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(createTaskOperation);
