import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn.ts';
import { count } from '@/components/ui/format.ts';

export type DaysLeftProps = {
  left: number;
  /** How many there were at the mark. */
  of?: number;
  /** Before the number: the marked day and the purge day. */
  children?: ReactNode;
  /** One line: words, bar, number; otherwise the bar stands below. */
  line?: boolean;
  className?: string;
};

/** The days until the purge, as a bar that runs out; red from 7 days on. */
export function DaysLeft({ left, of = 30, children, line, className }: DaysLeftProps) {
  const soon = left <= 7;
  const number = (
    <span className={cn('whitespace-nowrap text-xs tabular-nums', soon ? 'font-medium text-gone' : 'text-muted-foreground')}>
      {count(left, 'day')}
    </span>
  );
  const bar = (
    <span aria-hidden className="block h-1 min-w-12 flex-1 overflow-hidden rounded-full bg-muted ring-1 ring-border">
      <span
        className={cn('block h-full rounded-full', soon ? 'bg-gone-fill' : 'bg-marked-fill')}
        style={{ width: `${Math.min(Math.max(left / of, 0), 1) * 100}%` }}
      />
    </span>
  );
  if (line) {
    return (
      <span className={cn('flex w-full items-center gap-3 text-sm', className)}>
        <span className="whitespace-nowrap tabular-nums">{children}</span>
        {bar}
        <span className="min-w-13 text-right">{number}</span>
      </span>
    );
  }
  return (
    <span className={cn('block w-full min-w-32', className)}>
      <span className="flex items-baseline justify-between gap-2">
        <span className="whitespace-nowrap text-muted-foreground text-xs tabular-nums [&>strong]:font-medium [&>strong]:text-foreground">
          {children}
        </span>
        {number}
      </span>
      <span className="mt-1 flex">{bar}</span>
    </span>
  );
}
