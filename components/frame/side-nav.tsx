'use client';

import { Building2, ChevronDown, Database, Gauge, Hourglass, KeyRound, ListChecks, Plug, ScrollText } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Fragment, useId, useState } from 'react';
import { AppLink } from '@/components/ui/app-link.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatNumber } from '@/components/ui/format.ts';
import { currentHref, type NavBranch, type NavGroup, type NavIcon, type NavItem } from './nav.ts';

export function SideNav({ nav, onNavigate }: { nav: readonly NavGroup[]; onNavigate?: () => void }) {
  const current = currentHref(nav, usePathname());
  return (
    <nav aria-label="Workspace" className="flex flex-col px-3 pt-2 pb-4">
      {nav.map((group) => (
        <Fragment key={group.label ?? 'top'}>
          {group.label && <h2 className="mt-4 mb-0.5 px-1.5 py-1 text-muted-foreground text-xs">{group.label}</h2>}
          <ul className="grid gap-px">
            {group.items.map((item) => (
              <li key={item.label}>
                {'items' in item ? (
                  <Branch branch={item} current={current} onNavigate={onNavigate} />
                ) : (
                  <Leaf item={item} current={current} onNavigate={onNavigate} />
                )}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}

function Branch({ branch, current, onNavigate }: { branch: NavBranch; current: string | undefined; onNavigate: (() => void) | undefined }) {
  const [open, setOpen] = useState(true);
  const id = useId();
  const Icon = icons[branch.icon];
  return (
    <>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} className={cn(row, 'w-full')}>
        <Icon aria-hidden className="text-muted-foreground" />
        <span className="flex-1 text-left">{branch.label}</span>
        <ChevronDown aria-hidden className={cn('size-3.5 text-muted-foreground transition-transform', !open && '-rotate-90')} />
      </button>
      <ul id={id} hidden={!open} className="ml-[13px] grid gap-px border-l pl-2.5">
        {branch.items.map((item) => (
          <li key={item.href}>
            <Leaf item={item} current={current} onNavigate={onNavigate} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Leaf({ item, current, onNavigate }: { item: NavItem; current: string | undefined; onNavigate: (() => void) | undefined }) {
  const Icon = item.icon && icons[item.icon];
  return (
    <AppLink
      href={item.href}
      aria-current={item.href === current ? 'page' : undefined}
      onClick={onNavigate}
      className={cn(row, 'aria-[current=page]:bg-sidebar-accent aria-[current=page]:font-medium aria-[current=page]:text-foreground')}
    >
      {Icon && <Icon aria-hidden className={item.href === current ? '' : 'text-muted-foreground'} />}
      <span className="flex-1">{item.label}</span>
      {item.count !== undefined && <span className="text-muted-foreground text-sm tabular-nums">{formatNumber(item.count)}</span>}
    </AppLink>
  );
}

const row =
  'flex h-7 items-center gap-2 rounded-md px-1.5 text-sidebar-foreground text-sm hover:bg-sidebar-accent/60 focus-visible:-outline-offset-2 max-sm:h-10';

const icons: Record<NavIcon, typeof Building2> = {
  accounts: Building2,
  overview: Gauge,
  marked: Hourglass,
  runs: ListChecks,
  audit: ScrollText,
  data: Database,
  connect: Plug,
  keys: KeyRound,
};
