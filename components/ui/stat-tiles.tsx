import type { ReactNode } from 'react';
import { cn } from './cn.ts';

type StatTilesProps = {
  /** In panels: values in the size of text, in a row on a phone too. */
  small?: boolean;
  children: ReactNode;
  className?: string;
};

/** Numbers side by side within one edge; two by two on a phone. */
export function StatTiles({ small, children, className }: StatTilesProps) {
  return (
    <dl
      data-small={small || undefined}
      className={cn(
        'grid auto-cols-fr grid-flow-col overflow-hidden rounded-lg border bg-card shadow-xs',
        small
          ? 'divide-x'
          : 'max-sm:grid-flow-row max-sm:grid-cols-2 sm:divide-x max-sm:[&>*:nth-child(even)]:border-l max-sm:[&>*:nth-child(n+3)]:border-t max-sm:[&>*:nth-child(odd):last-child]:col-span-2',
        className,
      )}
    >
      {children}
    </dl>
  );
}

export type StatTileProps = {
  label: string;
  value: ReactNode;
  icon?: ReactNode;
  tone?: 'plain' | 'marked' | 'gone';
  /** At the right of the label. */
  aside?: ReactNode;
  note?: ReactNode;
  /** Between value and note: a bar. */
  children?: ReactNode;
};

export function StatTile({ label, value, icon, tone = 'plain', aside, note, children }: StatTileProps) {
  return (
    <div className="min-w-0 px-5 py-4 in-data-small:px-3 in-data-small:py-2 max-sm:px-4">
      <dt className="flex justify-between gap-2 text-muted-foreground text-xs">
        {label}
        {aside && <span className="tabular-nums">{aside}</span>}
      </dt>
      <dd>
        <div
          className={cn(
            'mt-0.5 flex items-center gap-2 font-semibold text-2xl tracking-[-0.02em] tabular-nums [&_.lucide]:size-5',
            'in-data-small:mt-0 in-data-small:gap-1.5 in-data-small:font-medium in-data-small:text-sm in-data-small:tracking-normal in-data-small:[&_.lucide]:size-3.5',
            tones[tone],
          )}
        >
          {icon}
          {value}
        </div>
        {children && <div className="my-1.5">{children}</div>}
        {note && <div className="mt-0.5 text-muted-foreground text-xs tabular-nums">{note}</div>}
      </dd>
    </div>
  );
}

const tones = { plain: '', marked: 'text-marked', gone: 'text-gone' };
