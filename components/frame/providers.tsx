'use client';

import { ThemeProvider } from 'next-themes';
import { type ReactNode, useInsertionEffect } from 'react';
import { z } from 'zod';
import { NonceContext } from '@/components/ui/nonce.tsx';
import { Toaster } from '@/components/ui/toaster.tsx';
import { TooltipProvider } from '@/components/ui/tooltip.tsx';

// zod otherwise probes `new Function`, which the content security policy forbids.
z.config({ jitless: true });

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <NonceContext value={nonce}>
      <StyleNonce nonce={nonce} />
      <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
        <TooltipProvider>{children}</TooltipProvider>
        <Toaster />
      </ThemeProvider>
    </NonceContext>
  );
}

/** The scroll lock behind dialogs and menus makes a style element and reads its nonce from this global. */
function StyleNonce({ nonce }: { nonce: string | undefined }) {
  useInsertionEffect(() => {
    Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, [nonce]);
  return null;
}
