'use client';

import { usePathname } from 'next/navigation';
import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from 'react';
import { AppLink } from '@/components/ui/app-link.tsx';
import { cn } from '@/components/ui/cn.ts';
import { type Crumb, crumbs, type NavGroup } from './nav.ts';

/** Where the page stands, told by the navigation; a page below it adds its own name with `PageCrumb`. On a phone only the last is shown. */
export function Breadcrumb({ nav }: { nav: readonly NavGroup[] }) {
  const { title } = useContext(CrumbContext);
  const path = usePathname();
  const trail: Crumb[] = [...crumbs(nav, path), ...(title?.path === path ? [{ label: title.label }] : [])];
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
      <ol className="flex items-center gap-2 whitespace-nowrap text-sm">
        {trail.map(({ label, href }, index) => {
          const last = index === trail.length - 1;
          return (
            <Fragment key={label}>
              {index > 0 && (
                <li aria-hidden className="text-muted-foreground/70 max-sm:hidden">
                  /
                </li>
              )}
              <li
                className={cn('truncate', last ? 'font-medium' : 'text-muted-foreground max-sm:hidden')}
                aria-current={last ? 'page' : undefined}
              >
                {href && !last ? (
                  <AppLink href={href} className="rounded-sm hover:text-foreground">
                    {label}
                  </AppLink>
                ) : (
                  label
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}

/** Puts this page's own name at the end of the breadcrumb. */
export function PageCrumb({ label }: { label: string }) {
  const { setTitle } = useContext(CrumbContext);
  const path = usePathname();
  useEffect(() => setTitle({ label, path }), [label, path, setTitle]);
  return null;
}

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [title, setTitle] = useState<Title>();
  return <CrumbContext value={{ title, setTitle }}>{children}</CrumbContext>;
}

type Title = { label: string; path: string };

const CrumbContext = createContext<{ title: Title | undefined; setTitle: (title: Title) => void }>({
  title: undefined,
  setTitle: () => undefined,
});
