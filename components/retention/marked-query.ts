import { dataAddress } from '@/components/data/data-address.ts';
import { listQuery, PLACE_NAMES } from '@/components/data/list-query.ts';

/** The data addresses of the marked list that a page's address asks for: its rows, its totals, and all of it as a file. */
export function markedAddresses(slug: string, params: URLSearchParams): { rows: string; totals: string; csv: string } {
  const shown = listQuery(params, [...FILTER_NAMES, ...ORDER_NAMES]);
  return {
    rows: dataAddress(slug, 'marked', { ...shown, ...listQuery(params, PLACE_NAMES) }),
    totals: dataAddress(slug, 'marked/totals', listQuery(params, FILTER_NAMES)),
    csv: dataAddress(slug, 'marked/csv', shown),
  };
}

/** The kind of the tab: accounts where the address says none. */
export function markedKind(params: URLSearchParams): string {
  return params.get('kind') || 'accounts';
}

/** The filter of a revive over all matches, as the list has it. */
export function reviveFilter(params: URLSearchParams): Record<string, string> {
  const set = NARROWING.map(({ name }) => [name, params.get(name)] as const);
  return Object.fromEntries(set.filter((entry): entry is [(typeof NARROWING)[number]['name'], string] => Boolean(entry[1])));
}

/** The names of the filters that are set, as they are called on the screen. */
export function setFilters(params: URLSearchParams): string[] {
  return NARROWING.filter(({ name }) => params.get(name)).map(({ label }) => label);
}

/** The change of an address that takes all of them away. */
export const NO_FILTERS = { q: undefined, cause: undefined, contract_status: undefined, purge_before: undefined };

const NARROWING = [
  { name: 'q', label: 'Search' },
  { name: 'cause', label: 'Cause' },
  { name: 'contract_status', label: 'Status' },
  { name: 'purge_before', label: 'Purge day' },
] as const;
const FILTER_NAMES = ['kind', ...NARROWING.map(({ name }) => name)];
const ORDER_NAMES = ['sort', 'direction'];
