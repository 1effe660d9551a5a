import { apiRoute } from '#lib/web/api-route.ts';
import { accountHoldOperations } from '#lib/web/operations/holds.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(...accountHoldOperations);
