import type { ReactNode } from 'react';

/** Search and filters over a table; at the right what they leave: a total, a sum. On a phone that becomes a line of its own. */
export function FilterBar({ summary, children }: { summary?: ReactNode; children: ReactNode }) {
  return (
    <div className="border-b">
      <div className="flex min-h-12 flex-wrap items-center gap-2 px-6 py-2 max-sm:px-4 max-sm:[&>*:first-child]:min-w-40 max-sm:[&>*:first-child]:flex-1">
        {children}
        <p className="ml-auto text-muted-foreground text-sm tabular-nums max-sm:hidden">{summary}</p>
      </div>
      {summary && (
        <p className="border-t bg-muted px-4 py-1.5 text-muted-foreground text-xs tabular-nums sm:hidden" aria-hidden>
          {summary}
        </p>
      )}
    </div>
  );
}
