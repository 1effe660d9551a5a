'use client';

import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';
import { Popover, PopoverContent, PopoverTrigger } from './popover.tsx';

type FilterChipProps = {
  label: string;
  /** What it is set to, in words; a set filter has a solid edge. */
  value?: string | undefined;
  onClear?: () => void;
  /** The popover's content. */
  children: ReactNode;
};

/** A filter: dashed and "+ Cause" while it is not set, "Cause: inactivity ×" when it is. */
export function FilterChip({ label, value, onClear, children }: FilterChipProps) {
  return (
    <Popover>
      <span
        className={cn(
          'inline-flex h-7 items-center rounded-md border bg-card text-sm shadow-xs max-sm:h-9',
          !value && 'border-input border-dashed',
        )}
      >
        <PopoverTrigger
          className={cn('inline-flex h-full items-center gap-1.5 rounded-md px-2 font-medium hover:bg-accent', value && onClear && 'pr-1')}
        >
          {!value && <Plus aria-hidden className="size-3.5 text-muted-foreground" />}
          <span className={value ? 'font-normal text-muted-foreground' : ''}>
            {label}
            {value && ': '}
          </span>
          {value && <span className="max-w-48 truncate">{value}</span>}
        </PopoverTrigger>
        {value && onClear && (
          <button
            type="button"
            aria-label={`Clear ${label}`}
            onClick={onClear}
            className="inline-flex h-full w-6 items-center justify-center rounded-md text-muted-foreground hover:text-foreground"
          >
            <X className="size-3.5" />
          </button>
        )}
      </span>
      <PopoverContent aria-label={label}>{children}</PopoverContent>
    </Popover>
  );
}
