'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

/** `checked="indeterminate"` where some, not all, are chosen. The area to hit is 24 px, the box 16. */
export function Checkbox({ className, checked, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      checked={checked}
      className={cn(
        'relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-input bg-card after:absolute after:-inset-1 data-[state=checked]:border-primary data-[state=indeterminate]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:bg-primary disabled:cursor-not-allowed disabled:border-border disabled:bg-muted',
        className,
      )}
      {...props}
    >
      <Radix.Indicator className="text-primary-foreground">
        {checked === 'indeterminate' ? <Minus className="size-3.5 stroke-[3]" /> : <Check className="size-3.5 stroke-[2.5]" />}
      </Radix.Indicator>
    </Radix.Root>
  );
}
