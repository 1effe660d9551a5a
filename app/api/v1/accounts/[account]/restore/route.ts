import { apiRoute } from '#lib/web/api-route.ts';
import { restoreAccountOperation } from '#lib/web/operations/account-changes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(restoreAccountOperation);
