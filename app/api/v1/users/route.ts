import { apiRoute } from '#lib/web/api-route.ts';
import { listUsersOperation } from '#lib/web/operations/members.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(listUsersOperation);
