import type { ReactNode } from 'react';
import { cn } from './cn.ts';

/** Numbers side by side within one edge; two by two on a phone. */
export function StatTiles({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={cn(
        'grid auto-cols-fr grid-flow-col overflow-hidden rounded-lg border bg-card shadow-xs max-sm:grid-flow-row max-sm:grid-cols-2 sm:divide-x max-sm:[&>*:nth-child(even)]:border-l max-sm:[&>*:nth-child(n+3)]:border-t',
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
  /** In panels: the value in the size of text. */
  small?: boolean;
};

export function StatTile({ label, value, icon, tone = 'plain', aside, note, children, small }: StatTileProps) {
  return (
    <div className={cn('min-w-0', small ? 'px-3 py-2' : 'px-5 py-4 max-sm:px-4')}>
      <dt className="flex justify-between gap-2 text-muted-foreground text-xs">
        {label}
        {aside && <span className="tabular-nums">{aside}</span>}
      </dt>
      <dd>
        <div
          className={cn(
            'flex items-center tabular-nums',
            small ? 'gap-1.5 font-medium text-sm' : 'mt-0.5 gap-2 font-semibold text-2xl tracking-[-0.02em] [&_.lucide]:size-5',
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
