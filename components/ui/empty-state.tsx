import type { ReactNode } from 'react';
import { cn } from './cn.ts';

type EmptyStateProps = {
  icon: ReactNode;
  title: string;
  text?: ReactNode;
  /** A button: retry, clear the filters, begin. */
  action?: ReactNode;
  /** Failed: is announced at once. */
  failed?: boolean;
  /** It stands for the whole page, and so bears its heading. */
  heading?: boolean;
  className?: string;
};

/** What stands where there is nothing to list: empty, no match, or failed. */
export function EmptyState({ icon, title, text, action, failed, heading, className }: EmptyStateProps) {
  const Title = heading ? 'h1' : 'p';
  return (
    <div role={failed ? 'alert' : undefined} className={cn('flex flex-col items-center px-5 py-8 text-center', className)}>
      <span className="text-muted-foreground [&_.lucide]:size-5">{icon}</span>
      <Title className="mt-3 font-medium text-sm">{title}</Title>
      {text && <p className="mt-0.5 max-w-[44ch] text-balance text-muted-foreground text-sm">{text}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
