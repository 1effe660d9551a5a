'use client';

import { createContext, useContext } from 'react';

/** The nonce of this page's content security policy, for the few style elements that the browser makes. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
