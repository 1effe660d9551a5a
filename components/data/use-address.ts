'use client';

import { usePathname, useSearchParams } from 'next/navigation';

/** What changes in the query of an address; undefined and '' take a value away. */
export type AddressChange = Record<string, string | undefined>;

/** The query of this page's address, and ways to change it. */
export function useAddress() {
  const path = usePathname();
  const params = useSearchParams();
  const href = (change: AddressChange): string => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const query = next.toString();
    return query ? `${path}?${query}` : path;
  };
  return {
    params,
    /** The address with a change, for a link: the server renders it. */
    href,
    /** Goes there without asking the server for the page: what it shows is read from the data addresses. Back leads back. */
    go: (change: AddressChange) => window.history.pushState(null, '', href(change)),
    /** The same in place of where one is: while somebody types or steps along. */
    replace: (change: AddressChange) => window.history.replaceState(null, '', href(change)),
  };
}
