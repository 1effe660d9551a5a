'use client';

import { RadioGroup as Radix } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

export function RadioGroup({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root className={cn('grid gap-2', className)} {...props} />;
}

type RadioItemProps = Omit<ComponentProps<typeof Radix.Item>, 'children'> & { label: ReactNode; note?: ReactNode };

/** A choice on a line of its own. */
export function RadioItem({ label, note, className, ...props }: RadioItemProps) {
  const id = useId();
  return (
    <div className={cn('flex items-start gap-2.5', className)}>
      <Dot {...props} id={id} aria-describedby={note ? `${id}-note` : undefined} />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        {note && (
          <p id={`${id}-note`} className="text-muted-foreground text-xs">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}

/** A choice in a box of its own, as the recommendations are. */
export function RadioCard({ label, note, className, ...props }: RadioItemProps) {
  const id = useId();
  return (
    <div
      className={cn(
        'relative flex items-start gap-2 rounded-md border bg-card px-3 py-2 has-data-[state=checked]:border-primary has-data-[state=checked]:ring-1 has-data-[state=checked]:ring-primary/40',
        className,
      )}
    >
      <Dot {...props} id={id} aria-describedby={note ? `${id}-note` : undefined} className="mt-0.5" />
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium text-sm after:absolute after:inset-0">
          {label}
        </label>
        {note && (
          <p id={`${id}-note`} className="text-muted-foreground text-xs">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}

function Dot({ className, ...props }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      className={cn(
        'flex size-4 shrink-0 items-center justify-center rounded-full border border-input bg-card data-[state=checked]:border-primary disabled:cursor-not-allowed disabled:border-border disabled:bg-muted',
        className,
      )}
      {...props}
    >
      <Radix.Indicator className="size-2 rounded-full bg-primary" />
    </Radix.Item>
  );
}
