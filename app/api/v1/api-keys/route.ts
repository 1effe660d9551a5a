import { apiRoute } from '#lib/web/api-route.ts';
import { createApiKeyOperation, listApiKeysOperation } from '#lib/web/operations/api-keys.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(createApiKeyOperation, listApiKeysOperation);
