import { apiRoute } from '#lib/web/api-route.ts';
import { allowMarksOperation } from '#lib/web/operations/safety.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(allowMarksOperation);
