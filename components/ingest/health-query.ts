import type { ingestHealth } from '#lib/ingest/ingest-health.ts';
import { dataAddress } from '@/components/data/data-address.ts';

/** As the data address answers it. */
export type Health = Awaited<ReturnType<typeof ingestHealth>>;
export type HealthSource = Health['sources'][number];

export const healthAddress = (slug: string) => dataAddress(slug, 'ingest-health');
