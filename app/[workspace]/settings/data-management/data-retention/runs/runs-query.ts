import { dataAddress } from '@/components/data/data-address.ts';
import { listQuery, PLACE_NAMES } from '@/components/data/list-query.ts';

export function runsAddress(slug: string, params: URLSearchParams): string {
  return dataAddress(slug, 'runs', listQuery(params, PLACE_NAMES));
}

/** What a run did to whom, as the run's page has it in its address: an effect, a kind, a page. */
export function effectsAddress(slug: string, day: string, params: URLSearchParams): string {
  const { kind, ...place } = listQuery(params, ['kind', ...PLACE_NAMES]);
  return dataAddress(slug, `runs/${day}/effects`, { effect: shownEffect(params), kind, ...place });
}

export const EFFECTS = ['marked', 'lifted', 'purged'] as const;
export type ShownEffect = (typeof EFFECTS)[number];

export function shownEffect(params: URLSearchParams): ShownEffect {
  return EFFECTS.find((effect) => effect === params.get('effect')) ?? 'marked';
}
