import { apiRoute } from '#lib/web/api-route.ts';
import { deleteAccountOperation, editAccountOperation } from '#lib/web/operations/account-changes.ts';
import { getAccountOperation } from '#lib/web/operations/accounts.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getAccountOperation, editAccountOperation, deleteAccountOperation);
