import { apiRoute } from '#lib/web/api-route.ts';
import { logTouchpointOperation } from '#lib/web/operations/totango.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(logTouchpointOperation);
