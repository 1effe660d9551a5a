import { apiRoute } from '#lib/web/api-route.ts';
import { listAuditOperation } from '#lib/web/operations/audit.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(listAuditOperation);
