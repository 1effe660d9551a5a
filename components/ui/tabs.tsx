'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cn } from './cn.ts';
import { formatNumber } from './format.ts';

export const Tabs = Radix.Root;
export const TabsContent = Radix.Content;

export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={cn(row, className)} {...props} />;
}

export function TabsTrigger({ className, count, children, ...props }: ComponentProps<typeof Radix.Trigger> & { count?: number }) {
  return (
    <Radix.Trigger className={cn(tab, className)} {...props}>
      {children}
      <TabCount value={count} />
    </Radix.Trigger>
  );
}

type LinkTab = { href: string; label: ReactNode; count?: number; current: boolean };

/** Tabs whose choice stands in the address: each is a page. */
export function LinkTabs({ label, tabs, className }: { label: string; tabs: readonly LinkTab[]; className?: string }) {
  return (
    <nav aria-label={label} className={cn(row, className)}>
      {tabs.map((item) => (
        <AppLink key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined} className={tab}>
          {item.label}
          <TabCount value={item.count} />
        </AppLink>
      ))}
    </nav>
  );
}

function TabCount({ value }: { value: number | undefined }) {
  if (value === undefined) return null;
  return (
    <span className="rounded-sm bg-muted px-1.5 text-muted-foreground text-xs tabular-nums in-aria-[current=page]:text-foreground">
      {formatNumber(value)}
    </span>
  );
}

const row = 'flex items-stretch gap-5 overflow-x-auto border-b [scrollbar-width:none]';
const tab =
  'inline-flex h-10 shrink-0 items-center gap-2 border-transparent border-b-2 text-muted-foreground text-sm -outline-offset-2 hover:text-foreground focus-visible:-outline-offset-2 aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-foreground data-[state=active]:border-primary data-[state=active]:font-medium data-[state=active]:text-foreground';
