import { apiRoute } from '#lib/web/api-route.ts';
import { getIngestSettingsOperation, saveIngestSettingsOperation } from '#lib/web/operations/ingest.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getIngestSettingsOperation, saveIngestSettingsOperation);
