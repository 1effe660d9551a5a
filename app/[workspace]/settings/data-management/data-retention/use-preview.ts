'use client';

import type { Staying } from '#lib/retention/preview-staying.ts';
import type { PreviewWeek } from '#lib/retention/preview-week.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import type { Counted, Forecast, PoliciesPreview } from './effect-numbers.ts';

/** The body of a save that changes nothing: what is counted is by the policies that stand. */
export const AS_IT_IS = '{}';

/** What the next daily process would do by the policies that stand. */
export function useStandingPreview(slug: string, enabled: boolean) {
  return useData<PoliciesPreview>(dataAddress(slug, 'preview', { save: AS_IT_IS }), { enabled });
}

/** The effect of a save, counted while its dialog is open: the numbers first, the days to come after them. */
export function usePreview(slug: string, save: string, open: boolean) {
  const address = (query: Record<string, string>) => dataAddress(slug, 'preview', query);
  const proposed = useData<PoliciesPreview>(address({ save }), { enabled: open });
  const present = useStandingPreview(slug, open);
  const week = useData<PreviewWeek>(dataAddress(slug, 'preview/week', { save }), { enabled: open });
  const staying = useData<Staying>(dataAddress(slug, 'preview/staying', { save }), { enabled: open });
  const counted: Counted | undefined = proposed.data &&
    present.data &&
    week.data && { proposed: proposed.data, present: present.data, week: week.data };
  const ahead = { enabled: open && counted !== undefined };
  const forecast = useData<PoliciesPreview>(address({ save, forecast: '1' }), ahead);
  const presentForecast = useData<Forecast>(dataAddress(slug, 'forecast'), ahead);
  const failed = [proposed, present, week].find(({ error }) => error !== null)?.error;
  return {
    counted,
    /** What stays. Null: it could not be counted. Undefined: it still is. */
    staying: staying.error ? null : staying.data,
    /** Null: it could not be counted. Undefined: it still is. */
    plot:
      forecast.error || presentForecast.error
        ? null
        : forecast.data && presentForecast.data && { proposed: forecast.data, present: presentForecast.data },
    failed: failed?.message,
    retry: () => void Promise.all([proposed.refetch(), present.refetch(), week.refetch()]),
  };
}

export type Preview = ReturnType<typeof usePreview>;
