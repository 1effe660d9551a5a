import { listAuditPage } from '#lib/audit/list-audit-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listAuditPage);
