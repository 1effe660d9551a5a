import { dataAddress } from '@/components/data/data-address.ts';
import { listQuery, PLACE_NAMES } from '@/components/data/list-query.ts';

export const AUDIT_FILTERS = ['action', 'actor', 'entity', 'from', 'to'] as const;

/** The data address of the trail's page that the page's own address names. */
export function auditAddress(slug: string, params: URLSearchParams): string {
  return dataAddress(slug, 'audit', listQuery(params, [...AUDIT_FILTERS, ...PLACE_NAMES]));
}

/** The same entries as a file. */
export function auditCsvAddress(slug: string, params: URLSearchParams): string {
  return dataAddress(slug, 'audit/csv', listQuery(params, AUDIT_FILTERS));
}
