import { listBulkJobs } from '#lib/bulk/list-bulk-jobs.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listBulkJobs);
