'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import { Toaster as Sonner, type ToasterProps, toast } from 'sonner';

export type Notice = {
  title: string;
  description?: ReactNode;
  icon?: ReactNode;
  /** Undo, Hold. */
  action?: { label: string; onClick: () => void };
};

/** Says that something was done; stays ten seconds where it offers an action. */
export function notify({ title, description, icon, action }: Notice) {
  toast(title, {
    description,
    icon: <span className="text-primary">{icon ?? <CircleCheck />}</span>,
    duration: action ? 10_000 : 6_000,
    ...(action ? { action } : {}),
  });
}

/** Says that something was not done, and stays until it is closed. */
export function notifyFailed({ title, description, action }: Omit<Notice, 'icon'>) {
  toast(title, {
    description,
    icon: <CircleAlert className="text-gone" />,
    duration: Number.POSITIVE_INFINITY,
    closeButton: true,
    ...(action ? { action } : {}),
  });
}

export function Toaster() {
  const { theme = 'system' } = useTheme();
  return (
    <Sonner
      theme={theme as ToasterProps['theme']}
      position="bottom-right"
      expand
      visibleToasts={4}
      gap={10}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full sm:w-[356px] items-start gap-3 rounded-lg bg-popover px-4 py-3 font-sans text-popover-foreground text-sm shadow-lg',
          content: 'min-w-0 flex-1',
          icon: 'mt-0.5 flex shrink-0',
          title: 'font-medium',
          description: 'text-muted-foreground',
          actionButton: 'h-7 shrink-0 rounded-md border bg-card px-2.5 font-medium hover:bg-accent',
          closeButton:
            'absolute top-2 right-2 flex size-6 items-center justify-center rounded-sm bg-transparent! text-muted-foreground! hover:bg-accent!',
        },
      }}
    />
  );
}
