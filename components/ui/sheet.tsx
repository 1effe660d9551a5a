'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';

export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;

type SheetContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> & {
  /** Read out, not shown: what slides in brings its own head. */
  title: string;
  side?: 'left' | 'right';
};

export function SheetContent({ title, side = 'right', className, children, ...props }: SheetContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
      <Radix.Content
        aria-describedby={undefined}
        className={cn(
          'fixed inset-y-0 z-50 flex w-[min(356px,calc(100vw-3rem))] flex-col overflow-y-auto bg-popover text-sm shadow-lg outline-none',
          side === 'left' ? 'left-0 animate-slide-left' : 'right-0 animate-slide-right',
          className,
        )}
        {...props}
      >
        <Radix.Title className="sr-only">{title}</Radix.Title>
        {children}
        <Radix.Close asChild>
          <Button variant="ghost" size="icon" aria-label="Close" className="absolute top-1.5 right-2">
            <X />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}
