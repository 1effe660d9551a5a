import { apiRoute } from '#lib/web/api-route.ts';
import { objectHoldOperations } from '#lib/web/operations/holds.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(...objectHoldOperations);
