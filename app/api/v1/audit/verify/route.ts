import { apiRoute } from '#lib/web/api-route.ts';
import { verifyAuditOperation } from '#lib/web/operations/audit.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(verifyAuditOperation);
