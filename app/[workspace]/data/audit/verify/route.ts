import { verifyAudit } from '#lib/audit/verify-audit.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(verifyAudit);
