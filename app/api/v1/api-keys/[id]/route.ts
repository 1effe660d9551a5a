import { apiRoute } from '#lib/web/api-route.ts';
import { revokeApiKeyOperation } from '#lib/web/operations/api-keys.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(revokeApiKeyOperation);
