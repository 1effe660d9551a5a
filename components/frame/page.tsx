import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn.ts';

export type PageProps = {
  title: ReactNode;
  /** Under the title: a sentence, or identifier and status. */
  lead?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** Settings 960, content 1000, full for tables that reach the edges. */
  width?: 'settings' | 'content' | 'full';
  children: ReactNode;
};

/** A page of the console: its title, then its cards, 20 px apart. */
export function Page({ title, lead, actions, width = 'settings', children }: PageProps) {
  if (width === 'full') {
    return (
      <>
        <PageHead title={title} lead={lead} actions={actions} className="px-6 pt-4 sm:items-center max-sm:px-4" />
        {children}
      </>
    );
  }
  return (
    <div className="flex-1 px-8 pt-7 pb-8 max-sm:px-3 max-sm:pt-5">
      <div className={cn('mx-auto space-y-5', width === 'settings' ? 'max-w-[960px]' : 'max-w-[1000px]')}>
        <PageHead title={title} lead={lead} actions={actions} />
        {children}
      </div>
    </div>
  );
}

export function PageHead({ title, lead, actions, className }: Pick<PageProps, 'title' | 'lead' | 'actions'> & { className?: string }) {
  return (
    <div className={cn('flex items-start justify-between gap-x-6 gap-y-3 max-sm:flex-col', className)}>
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-x-2.5 font-semibold text-xl tracking-[-0.015em]">{title}</h1>
        {lead && <div className="mt-0.5 max-w-[72ch] text-base text-muted-foreground">{lead}</div>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2 max-sm:w-full max-sm:[&>*]:flex-1">{actions}</div>}
    </div>
  );
}
