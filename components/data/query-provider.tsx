'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { fetchData, isPassing } from './fetch-data.ts';

/** Keeps what the browser reads from the data addresses of a workspace. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(newClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** What the server has just rendered is not asked for again at once. */
const FRESH_MS = 5_000;

function newClient(): QueryClient {
  const retry = (failures: number, error: unknown) => failures < 2 && isPassing(error);
  return new QueryClient({ defaultOptions: { queries: { queryFn: fetchData, staleTime: FRESH_MS, retry } } });
}
