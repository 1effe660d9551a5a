import { ingestHealth } from '#lib/ingest/ingest-health.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(ingestHealth);
