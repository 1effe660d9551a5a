import { apiRoute } from '#lib/web/api-route.ts';
import { archiveAccountOperation } from '#lib/web/operations/account-changes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(archiveAccountOperation);
