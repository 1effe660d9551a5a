import { dataAddress } from '@/components/data/data-address.ts';

export const FORECAST_DAYS = 90;

/** What the overview is made of. */
export function overviewAddresses(slug: string) {
  return {
    next: dataAddress(slug, 'next-process'),
    kinds: dataAddress(slug, 'policy-rows'),
    quota: dataAddress(slug, 'quota'),
    runs: dataAddress(slug, 'runs'),
    forecast: dataAddress(slug, 'forecast', { days: FORECAST_DAYS }),
  };
}
