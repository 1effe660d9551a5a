import { dataAddress } from '@/components/data/data-address.ts';
import { listQuery, PLACE_NAMES } from '@/components/data/list-query.ts';

/** As many members as a page of the account's page shows. */
const MEMBERS = 10;

/** The data addresses of one account's page: itself, the page of its members that the address asks for, its holds, and why it stands as it does. */
export function accountAddresses(slug: string, account: string, params: URLSearchParams) {
  return {
    page: dataAddress(slug, 'account', { account }),
    members: dataAddress(slug, 'account/members', {
      account,
      kind: memberTab(params),
      limit: MEMBERS,
      ...listQuery(params, PLACE_NAMES),
    }),
    holds: dataAddress(slug, 'account/holds', { account }),
    explanation: dataAddress(slug, 'explain', { kind: 'accounts', entity: encodeURIComponent(account) }),
  };
}

/** `users`, or a collection's name. */
export function memberTab(params: URLSearchParams): string {
  return params.get('tab') || 'users';
}
