import { exportAudit } from '#lib/audit/export-audit.ts';
import { csvRoute } from '#lib/web/csv-route.ts';

export const GET = csvRoute(exportAudit, 'audit');
