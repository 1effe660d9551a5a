import { apiRoute } from '#lib/web/api-route.ts';
import { getPauseOperation, setPauseOperation } from '#lib/web/operations/safety.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getPauseOperation, setPauseOperation);
