import { exportMarked } from '#lib/retention/export-marked.ts';
import { csvRoute } from '#lib/web/csv-route.ts';

export const GET = csvRoute(exportMarked, 'marked');
