import { apiRoute } from '#lib/web/api-route.ts';
import { refuseMarksOperation } from '#lib/web/operations/safety.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(refuseMarksOperation);
