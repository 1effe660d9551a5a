import { getBulkJob } from '#lib/bulk/get-bulk-job.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(getBulkJob);
