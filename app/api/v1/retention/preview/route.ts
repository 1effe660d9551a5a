import { apiRoute } from '#lib/web/api-route.ts';
import { previewPoliciesOperation } from '#lib/web/operations/preview.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(previewPoliciesOperation);
