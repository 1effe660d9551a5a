'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';

/** The key that the reader pasted: in the memory of this page alone, and gone with it. */
const KeyContext = createContext<{ apiKey: string; setApiKey: (apiKey: string) => void }>({ apiKey: '', setApiKey: () => {} });

export function KeyProvider({ children }: { children: ReactNode }) {
  const [apiKey, setApiKey] = useState('');
  return <KeyContext value={{ apiKey, setApiKey }}>{children}</KeyContext>;
}

export const useKey = () => useContext(KeyContext);
