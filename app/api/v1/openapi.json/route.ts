import { openApiRoute } from '#lib/web/open-api-route.ts';
import { documentedOperations } from '#lib/web/operations/documented-operations.ts';

export const { GET, POST, PUT, PATCH, DELETE } = openApiRoute(documentedOperations);
