'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonLook> & {
    /** Gives the looks to its one child, as a link. */
    asChild?: boolean;
    /** Its work is under way: a spinner shows, and it cannot be pressed again. */
    pending?: boolean;
  };

export function Button({ className, variant, size, asChild, pending, disabled, children, type = 'button', ...props }: ButtonProps) {
  const look = cn(buttonLook({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type={type} className={look} disabled={disabled || pending} aria-busy={pending || undefined} {...props}>
      {pending && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}

export const buttonLook = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border border-transparent font-medium text-sm transition-colors',
    'disabled:cursor-not-allowed disabled:border-border disabled:bg-muted disabled:text-muted-foreground disabled:shadow-none',
    'aria-disabled:cursor-not-allowed aria-disabled:border-border aria-disabled:bg-muted aria-disabled:text-muted-foreground',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-foreground hover:bg-primary/90',
        outline: 'border-border bg-card text-foreground shadow-xs hover:bg-accent',
        ghost: 'text-foreground hover:bg-accent disabled:border-transparent disabled:bg-transparent',
        /** Only inside a typed confirmation. */
        destructive: 'bg-destructive text-destructive-foreground hover:bg-destructive/90',
      },
      size: {
        md: 'h-8 px-3 max-sm:h-9',
        sm: 'h-7 px-2.5',
        icon: 'size-8 px-0 text-muted-foreground hover:text-foreground max-sm:size-9',
      },
    },
    defaultVariants: { variant: 'outline', size: 'md' },
  },
);
