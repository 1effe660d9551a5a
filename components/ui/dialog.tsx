'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> & {
  title: ReactNode;
  description?: ReactNode;
  size?: keyof typeof widths;
  /** Names the middle where it is long and mostly read: it can be reached, and so scrolled, by the keyboard. */
  reading?: string;
  /** Stays in sight below what scrolls. */
  footer?: ReactNode;
};

/** Head and foot stay, the middle scrolls. */
export function DialogContent({ title, description, size = 'md', reading, footer, className, children, ...props }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
      <Radix.Content
        className={cn(dialogBox, widths[size], className)}
        {...props}
        {...(description ? {} : { 'aria-describedby': undefined })}
      >
        <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-4 max-sm:px-4">
          <div className="min-w-0">
            <Radix.Title className="font-semibold text-lg tracking-[-0.01em]">{title}</Radix.Title>
            {description && <Radix.Description className="mt-0.5 text-muted-foreground text-sm">{description}</Radix.Description>}
          </div>
          <Radix.Close asChild>
            <Button variant="ghost" size="icon" aria-label="Close" className="-mt-1 -mr-2">
              <X />
            </Button>
          </Radix.Close>
        </header>
        <div
          {...(reading ? { role: 'region', 'aria-label': reading, tabIndex: 0 } : {})}
          className="min-h-0 flex-1 overflow-y-auto border-t focus-visible:-outline-offset-2"
        >
          {children}
        </div>
        {footer && <footer className="border-t bg-background/60 px-6 py-4 max-sm:px-4">{footer}</footer>}
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('px-6 py-4 max-sm:px-4', className)} {...props} />;
}

/** Buttons at the right end of a dialog's foot. */
export function DialogActions({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('flex justify-end gap-3 max-sm:[&>*]:flex-1', className)} {...props} />;
}

export const dialogBox =
  'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-1.5rem)] -translate-x-1/2 -translate-y-1/2 animate-appear flex-col overflow-hidden rounded-xl bg-popover text-popover-foreground text-sm shadow-lg outline-none';

const widths = { sm: 'max-w-[420px]', md: 'max-w-[560px]', lg: 'max-w-[800px]', xl: 'max-w-[1060px]' };
