'use client';

import { ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';

type FilterBarProps = {
  search: ReactNode;
  /** The filters' chips. */
  children: ReactNode;
  /** How many of them are set: then they are seen on a phone too. */
  set: number;
  /** The order, for a phone, where the table has no heads to sort by. */
  order?: ReactNode;
  /** What they leave: a total, a sum. At the right; on a phone on a line of its own. */
  summary?: ReactNode;
};

/** Search and filters over a table; on a phone the filters stand behind a button. */
export function FilterBar({ search, children, set, order, summary }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const shown = open || set > 0;
  return (
    <div className="border-b">
      <div className="flex min-h-12 flex-wrap items-center gap-2 px-6 py-2 max-sm:px-4">
        <div className="max-sm:min-w-40 max-sm:flex-1">{search}</div>
        <Button aria-expanded={shown} className="sm:hidden" onClick={() => setOpen(!open)}>
          <ListFilter aria-hidden />
          Filter
        </Button>
        {order && <div className="sm:hidden">{order}</div>}
        <div className={cn('flex flex-wrap gap-2 max-sm:w-full', !shown && 'max-sm:hidden')}>{children}</div>
        <div className="ml-auto text-muted-foreground text-sm tabular-nums max-sm:hidden">{summary}</div>
      </div>
      {summary && <div className="border-t bg-muted px-4 py-1.5 text-muted-foreground text-xs tabular-nums sm:hidden">{summary}</div>}
    </div>
  );
}
