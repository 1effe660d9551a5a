import { apiRoute } from '#lib/web/api-route.ts';
import { recordSignalsOperation } from '#lib/web/operations/signals.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(recordSignalsOperation);
