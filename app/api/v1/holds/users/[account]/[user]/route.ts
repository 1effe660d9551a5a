import { apiRoute } from '#lib/web/api-route.ts';
import { userHoldOperations } from '#lib/web/operations/holds.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(...userHoldOperations);
