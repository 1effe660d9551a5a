import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { buttonLook } from './button.tsx';
import { cn } from './cn.ts';

/** An address, something to do, or nothing where there is no such page. */
type PagerTarget = string | (() => void) | undefined;

type PagerProps = {
  label: string;
  first: PagerTarget;
  previous: PagerTarget;
  next: PagerTarget;
  last: PagerTarget;
  /** At the left: "1 to 50 of about 1,204". */
  children?: ReactNode;
  className?: string;
};

/** Steps through pages found by key, which have no numbers. */
export function Pager({ label, first, previous, next, last, children, className }: PagerProps) {
  return (
    <nav
      aria-label={label}
      className={cn(
        'flex items-center justify-between gap-4 px-5 py-2.5 text-muted-foreground text-xs max-sm:flex-col max-sm:items-stretch max-sm:gap-2 max-sm:px-4',
        className,
      )}
    >
      <p className="tabular-nums">{children}</p>
      <div className="flex gap-1.5 max-sm:grid max-sm:grid-cols-4">
        <Step target={first}>First</Step>
        <Step target={previous}>Previous</Step>
        <Step target={next}>Next</Step>
        <Step target={last}>Last</Step>
      </div>
    </nav>
  );
}

function Step({ target, children }: { target: PagerTarget; children: string }) {
  const look = buttonLook({ size: 'sm' });
  if (typeof target === 'string') {
    return (
      <AppLink href={target} className={look}>
        {children}
      </AppLink>
    );
  }
  return (
    <button type="button" disabled={!target} onClick={target} className={look}>
      {children}
    </button>
  );
}
