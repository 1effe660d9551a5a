import { apiRoute } from '#lib/web/api-route.ts';
import { explainEntityOperation } from '#lib/web/operations/preview.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(explainEntityOperation);
