import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** Names at the left, values at the right, a hairline between the rows. */
export function KeyValues({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={cn('divide-y', className)}>{children}</dl>;
}

export function KeyValue({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-[37px] items-center justify-between gap-4 px-5 py-2 text-sm max-sm:px-4">
      <dt className="shrink-0 text-muted-foreground">{label}</dt>
      <dd className="min-w-0 text-right tabular-nums">{children}</dd>
    </div>
  );
}
