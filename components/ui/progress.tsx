import { cn } from './cn.ts';

type ProgressProps = {
  label: string;
  value: number;
  max: number;
  tone?: 'usage' | 'marked' | 'gone';
  /** Said for the bar, as "1,204 of 3,000". */
  text?: string;
  className?: string;
};

/** How far something is, or how much of it is used. */
export function Progress({ label, value, max, tone = 'usage', text, className }: ProgressProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={text}
      className={cn('h-1.5 overflow-hidden rounded-full bg-muted ring-1 ring-border', className)}
    >
      <div className={cn('h-full rounded-full', fills[tone])} style={{ width: `${share * 100}%` }} />
    </div>
  );
}

const fills = { usage: 'bg-chart-3', marked: 'bg-marked-fill', gone: 'bg-gone-fill' };
