import { apiRoute } from '#lib/web/api-route.ts';
import { saveTaskOperation } from '#lib/web/operations/totango.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(saveTaskOperation);
