import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(fieldLook, 'px-2.5 placeholder:text-muted-foreground', className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(fieldLook, 'h-auto min-h-20 px-2.5 py-1.5 placeholder:text-muted-foreground', className)} {...props} />;
}

type AffixInputProps = ComponentProps<'input'> & {
  /** An icon before the text. */
  icon?: ReactNode;
  /** A unit behind it, as "days". */
  unit?: string;
  /** Of the box around the field. */
  boxClassName?: string;
};

/** A field with an icon before it or a unit behind it, all within one edge. */
export function AffixInput({ icon, unit, className, boxClassName, ...props }: AffixInputProps) {
  return (
    <span
      className={cn(
        fieldLook,
        'inline-flex items-center gap-2 px-2.5 focus-within:outline-2 focus-within:outline-ring has-aria-invalid:border-gone has-aria-invalid:ring-1 has-aria-invalid:ring-gone has-disabled:border-border has-disabled:bg-muted',
        boxClassName,
      )}
    >
      {icon && <span className="text-muted-foreground">{icon}</span>}
      <input
        className={cn(
          'h-full w-full min-w-0 bg-transparent outline-none placeholder:text-muted-foreground disabled:text-muted-foreground',
          className,
        )}
        {...props}
      />
      {unit && (
        <span aria-hidden className="text-muted-foreground">
          {unit}
        </span>
      )}
    </span>
  );
}

/** The edge, height and focus that all fields share. */
export const fieldLook = [
  'h-8 w-full rounded-md border border-input bg-card text-sm text-foreground -outline-offset-1 focus-visible:-outline-offset-1 max-sm:h-9',
  'disabled:cursor-not-allowed disabled:border-border disabled:bg-muted disabled:text-muted-foreground',
  'aria-invalid:border-gone aria-invalid:ring-1 aria-invalid:ring-gone',
].join(' ');
