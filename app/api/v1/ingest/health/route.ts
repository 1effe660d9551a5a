import { apiRoute } from '#lib/web/api-route.ts';
import { getIngestHealthOperation } from '#lib/web/operations/ingest.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getIngestHealthOperation);
