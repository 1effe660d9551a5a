'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { textLink } from '@/components/ui/app-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatNumber } from '@/components/ui/format.ts';

export type SelectionBarProps = {
  selected: number;
  /** All that match the filters, not just this page. */
  of: number;
  /** `of` is an estimate. */
  about?: boolean;
  onSelectAll?: () => void;
  onClear: () => void;
  /** The actions: the first is the primary one on a phone. */
  children: ReactNode;
};

/** Floats over the foot of a table while rows are selected. */
export function SelectionBar({ selected, of, about, onSelectAll, onClear, children }: SelectionBarProps) {
  return (
    <div className="pointer-events-none sticky bottom-0 z-30 animate-rise px-3 pt-2 pb-3">
      <section
        aria-label="Selection"
        className="pointer-events-auto mx-auto flex max-w-[820px] flex-wrap items-center gap-x-3 gap-y-2.5 rounded-xl bg-popover p-2 pl-4 shadow-lg max-sm:p-3"
      >
        <p aria-live="polite" className="flex-1 whitespace-nowrap text-sm tabular-nums">
          <strong className="font-semibold">{formatNumber(selected)} selected</strong>{' '}
          <span className="text-muted-foreground">
            of {about && 'about '}
            {formatNumber(of)} {of === 1 ? 'match' : 'matches'}
          </span>
        </p>
        {onSelectAll && selected < of && (
          <button type="button" onClick={onSelectAll} className={cn(textLink, 'text-primary text-sm decoration-primary/60')}>
            Select all
          </button>
        )}
        <div className="flex flex-wrap gap-1.5 max-sm:w-full max-sm:gap-2 [&>*:not([data-narrow])]:px-2.5 max-sm:[&>*:not([data-narrow])]:flex-1">
          {children}
          <Button data-narrow variant="ghost" size="icon" aria-label="Clear selection" className="sm:w-6" onClick={onClear}>
            <X />
          </Button>
        </div>
      </section>
    </div>
  );
}
