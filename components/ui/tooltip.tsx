'use client';

import { Tooltip as Radix } from 'radix-ui';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { cn } from './cn.ts';

type HintProps = {
  /** What the tooltip says. */
  content: ReactNode;
  /** One button that does nothing else: its press opens the tooltip. */
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** A tooltip that answers to hover, focus and tap. */
export function Hint({ content, children, side = 'top' }: HintProps) {
  const [open, setOpen] = useState(false);
  return (
    <Tooltip open={open} onOpenChange={setOpen}>
      <TooltipTrigger
        asChild
        // The primitive closes on press, which on a touch screen is the only way to open it.
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </TooltipTrigger>
      <TooltipContent side={side}>{content}</TooltipContent>
    </Tooltip>
  );
}

export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={250}>{children}</Radix.Provider>;
}

export const Tooltip = Radix.Root;
const TooltipTrigger = Radix.Trigger;

function TooltipContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={8}
        className={cn('z-50 max-w-72 animate-appear rounded-md bg-foreground px-3 py-2 text-background text-xs', className)}
        {...props}
      />
    </Radix.Portal>
  );
}
