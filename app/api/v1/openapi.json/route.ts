import { openApiRoute } from '#lib/web/open-api-route.ts';
import { allOperations } from '#lib/web/operations/all-operations.ts';
import { clientOperations } from '#lib/web/operations/clients.ts';

export const { GET, POST, PUT, PATCH, DELETE } = openApiRoute([...allOperations, ...clientOperations]);
