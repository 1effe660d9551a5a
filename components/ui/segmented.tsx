'use client';

import { ToggleGroup as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

type SegmentedProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode; disabled?: boolean }[];
  disabled?: boolean;
  className?: string;
  'aria-describedby'?: string;
};

/** A choice between few, side by side. */
export function Segmented({ label, value, onChange, options, disabled, className, ...props }: SegmentedProps) {
  return (
    <Radix.Root
      type="single"
      value={value}
      onValueChange={(next) => next && onChange(next)}
      disabled={disabled}
      aria-label={label}
      className={cn('inline-flex h-8 items-stretch rounded-md border bg-muted p-0.5 max-sm:flex max-sm:h-9 max-sm:w-full', className)}
      {...props}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className="inline-flex min-w-20 flex-1 items-center justify-center gap-1.5 rounded-sm px-3 text-muted-foreground text-sm hover:text-foreground disabled:cursor-not-allowed disabled:hover:text-muted-foreground data-[state=on]:bg-card data-[state=on]:font-medium data-[state=on]:text-foreground data-[state=on]:shadow-xs data-[state=on]:ring-1 data-[state=on]:ring-border"
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
