import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Gives the browser what the server has read already, by data address, so that `useData` has it from the first moment. */
export function Prefetched({ data, children }: { data: Record<string, unknown>; children: ReactNode }) {
  const client = new QueryClient();
  for (const [address, answer] of Object.entries(data)) client.setQueryData([address], answer);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
