import { openApiRoute } from '#lib/web/open-api-route.ts';
import { allOperations } from '#lib/web/operations/all-operations.ts';

export const { GET, POST, PUT, PATCH, DELETE } = openApiRoute(allOperations);
