import { Sprout } from 'lucide-react';
import { cn } from '@/components/ui/cn.ts';

/** The evergreen sprout. */
export function Logo({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn('inline-flex size-6 shrink-0 items-center justify-center rounded-md bg-primary text-primary-foreground', className)}
    >
      <Sprout className="size-4" />
    </span>
  );
}
