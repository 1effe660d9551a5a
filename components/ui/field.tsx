'use client';

import { CircleAlert } from 'lucide-react';
import { Slot } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

type FieldProps = {
  label: ReactNode;
  /** What it means, under the label. */
  description?: ReactNode;
  /** What to enter instead. */
  error?: string | undefined;
  /** The one control; it gets its id, description and invalid state from here. */
  children: ReactNode;
  className?: string;
};

/** A control under its label, with its error below it. */
export function Field({ label, description, error, children, className }: FieldProps) {
  const ids = useFieldIds(description, error);
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={ids.control} className="font-medium text-sm">
        {label}
      </label>
      {description && (
        <p id={ids.description} className="-mt-1 text-muted-foreground text-sm">
          {description}
        </p>
      )}
      <Slot.Root id={ids.control} {...ids.aria}>
        {children}
      </Slot.Root>
      <FieldError id={ids.error} text={error} />
    </div>
  );
}

/** A row of a settings card: words at the left, the control at the right; on a phone below, but a switch stays beside. */
export function FieldRow({ label, description, error, children, beside, className }: FieldProps & { beside?: boolean }) {
  const ids = useFieldIds(description, error);
  return (
    <div
      className={cn(
        'flex items-start justify-between gap-6 border-b px-5 py-4 last:border-b-0 max-sm:px-4',
        !beside && 'max-sm:flex-col max-sm:gap-3',
        className,
      )}
    >
      <div className="min-w-0">
        <label htmlFor={ids.control} className="font-medium text-sm">
          {label}
        </label>
        {description && (
          <p id={ids.description} className="max-w-[70ch] text-muted-foreground text-sm">
            {description}
          </p>
        )}
      </div>
      <div className={cn('grid shrink-0 gap-1.5', !beside && 'max-sm:w-full')}>
        <Slot.Root id={ids.control} {...ids.aria}>
          {children}
        </Slot.Root>
        <FieldError id={ids.error} text={error} />
      </div>
    </div>
  );
}

export function FieldError({ id, text, className }: { id?: string; text: string | undefined; className?: string }) {
  if (!text) return null;
  return (
    <p id={id} className={cn('flex items-start gap-1.5 text-gone text-xs', className)}>
      <CircleAlert aria-hidden className="mt-0.5 size-3.5" />
      {text}
    </p>
  );
}

function useFieldIds(description: ReactNode, error: string | undefined) {
  const id = useId();
  const described = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    control: id,
    description: `${id}-description`,
    error: `${id}-error`,
    aria: { 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined },
  };
}
