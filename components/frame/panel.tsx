import { ArrowUpRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppLink } from '@/components/ui/app-link.tsx';
import { buttonLook } from '@/components/ui/button.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Code } from '@/components/ui/code.tsx';

type PanelProps = {
  title: string;
  identifier?: string;
  /** The page of what is shown. */
  href?: string;
  /** The address without the panel. */
  closeHref: string;
  /** Stays in sight below what scrolls. */
  footer?: ReactNode;
  children: ReactNode;
};

/** What stands in a docked panel: head, what scrolls, foot. */
export function Panel({ title, identifier, href, closeHref, footer, children }: PanelProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <header className="flex items-start gap-1 px-5 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          {/* On a phone the panel is a page of its own, and so bears its heading. */}
          <h1 className={cn(heading, 'lg:hidden')}>{title}</h1>
          <h2 className={cn(heading, 'max-lg:hidden')}>{title}</h2>
          {identifier && <Code className="block truncate text-muted-foreground text-xs">{identifier}</Code>}
        </div>
        {href && (
          <AppLink href={href} aria-label={`Page of ${title}`} className={buttonLook({ variant: 'ghost', size: 'icon' })}>
            <ArrowUpRight />
          </AppLink>
        )}
        <AppLink
          href={closeHref}
          scroll={false}
          aria-label="Close"
          className={buttonLook({ variant: 'ghost', size: 'icon', className: '-mr-2' })}
        >
          <X />
        </AppLink>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
      {footer && <footer className="border-t bg-popover px-5 py-3 max-lg:sticky max-lg:bottom-0">{footer}</footer>}
    </div>
  );
}

const heading = 'truncate font-semibold text-lg tracking-[-0.01em]';
