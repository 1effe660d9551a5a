import { apiRoute } from '#lib/web/api-route.ts';
import { createCollectionOperation, listCollectionsOperation } from '#lib/web/operations/collections.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(createCollectionOperation, listCollectionsOperation);
