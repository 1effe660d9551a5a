import { apiRoute } from '#lib/web/api-route.ts';
import { listAccountsOperation } from '#lib/web/operations/accounts.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(listAccountsOperation);
