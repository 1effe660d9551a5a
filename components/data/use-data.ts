'use client';

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';

type DataOptions<T> = {
  /** Reads again after so many milliseconds, for as long as the page is in sight; false is never. */
  every?: number | false | ((data: T | undefined) => number | false);
  /** False waits: a dialog that is closed, a filter that is being typed. */
  enabled?: boolean;
  /** Shows what was there until the new address has answered. */
  keep?: boolean;
};

/** The answer of a data address of this workspace, kept fresh. `T` is what the view behind it returns. */
export function useData<T>(address: string, { every = false, enabled = true, keep = false }: DataOptions<T> = {}): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: [address],
    enabled,
    refetchInterval: typeof every === 'function' ? (query) => every(query.state.data) : every,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}
