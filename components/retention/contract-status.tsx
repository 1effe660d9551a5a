import { CircleAlert } from 'lucide-react';
import { own } from '#lib/retention/rules/own.ts';
import { cn } from '@/components/ui/cn.ts';

export type ContractStatusProps = {
  /** As stored: trimmed, lower case; null where none was told. */
  status: string | null;
  /** A paying account that falls due. */
  falls?: boolean;
  className?: string;
};

/** A shape and a word: dot, ring, dotted ring, struck ring. A status that is none of the four behaves like paying, and looks so. */
export function ContractStatus({ status, falls, className }: ContractStatusProps) {
  const known = status ?? 'unknown';
  const word = known.charAt(0).toUpperCase() + known.slice(1);
  if (falls) {
    return (
      <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap align-top font-medium text-gone', className)}>
        <CircleAlert aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate">{word}</span>
      </span>
    );
  }
  const paying = !Object.hasOwn(shapes, known);
  return (
    <span
      className={cn(
        'inline-flex items-center gap-2 whitespace-nowrap align-top',
        paying ? 'font-medium' : 'text-muted-foreground',
        className,
      )}
    >
      <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5 shrink-0" fill="none" stroke="currentColor" strokeWidth="1.6">
        {own(shapes, known) ?? <circle cx="5" cy="5" r="3.5" fill="currentColor" stroke="none" />}
      </svg>
      <span className="truncate">{word}</span>
    </span>
  );
}

const shapes: Record<string, React.ReactNode> = {
  free: <circle cx="5" cy="5" r="3.2" />,
  unknown: <circle cx="5" cy="5" r="3.7" strokeDasharray="1.45 1.45" />,
  cancelled: (
    <>
      <circle cx="5" cy="5" r="3.2" />
      <path d="M3 7 7 3" />
    </>
  ),
};
