import { apiRoute } from '#lib/web/api-route.ts';
import { listObjectsOperation } from '#lib/web/operations/members.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(listObjectsOperation);
