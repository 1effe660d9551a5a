import { dataAddress } from '@/components/data/data-address.ts';
import { listQuery, PLACE_NAMES } from '@/components/data/list-query.ts';

/** The data address of the accounts that a page's address asks for. */
export function accountsAddress(slug: string, params: URLSearchParams): string {
  return dataAddress(slug, 'accounts', listQuery(params, NAMES));
}

export const STATES = ['active', 'marked', 'archived', 'all'] as const;
export type StateTab = (typeof STATES)[number];

export function stateTab(params: URLSearchParams): StateTab {
  return STATES.find((state) => state === params.get('state')) ?? 'active';
}

const NAMES = ['state', 'contract_status', 'q', 'direction', ...PLACE_NAMES];
