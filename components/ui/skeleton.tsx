import { cn } from './cn.ts';

/** A grey bar where something is being loaded. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-3 animate-pulse rounded-sm bg-muted', className)} />;
}
