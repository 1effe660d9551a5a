import { CalendarClock, Hourglass, Trash2 } from 'lucide-react';
import { TextLink } from '@/components/ui/app-link.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatNumber } from '@/components/ui/format.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { When } from '@/components/ui/when.tsx';

export type NextProcessProps = {
  /** Without its card, as in the head of a table page. */
  bare?: boolean;
  className?: string;
} & (
  | {
      state?: 'ready';
      /** Instant of the next daily process, ISO. */
      at: string;
      /** The workspace's clock, ISO. */
      now: string;
      marks: number;
      purges: number;
      /** R29. What a person has paused. */
      paused: { marking: boolean; purging: boolean };
      /** Where the list of them is. */
      href?: string | undefined;
    }
  /** No information came yet; `href` leads to where one connects. */
  | { state: 'unconnected'; href?: string | undefined }
  | { state: 'loading' }
);

/** The line under the title of every Retention page: when the next daily process is, and what it does. */
export function NextProcess(props: NextProcessProps) {
  return (
    <section
      aria-label="Next daily process"
      aria-busy={props.state === 'loading' || undefined}
      className={cn(
        'flex items-start gap-3 text-sm',
        !props.bare && 'relative min-h-[42px] rounded-lg border bg-card px-4 py-2.5 shadow-xs',
        props.className,
      )}
    >
      {!props.bare && <CalendarClock aria-hidden className="mt-0.5 text-muted-foreground" />}
      <Words {...props} />
    </section>
  );
}

function Words(props: NextProcessProps) {
  if (props.state === 'loading') return <Skeleton className="my-1 w-80 max-w-full" />;
  if (props.state === 'unconnected') {
    return (
      <>
        <p className="flex-1">
          <span className="font-medium">Connect first.</span>{' '}
          <span className="text-muted-foreground">Without information there is nothing to mark or to purge.</span>
        </p>
        {props.href && (
          <TextLink href={props.href} className="shrink-0 font-medium">
            Connect
          </TextLink>
        )}
      </>
    );
  }
  const { at, now, marks, purges, paused, href, bare } = props;
  const quiet = marks === 0 && purges === 0 && !paused.marking && !paused.purging;
  return (
    <>
      <p className="flex flex-1 flex-wrap items-center gap-x-1 gap-y-0.5">
        <span className={cn('text-muted-foreground', !bare && 'max-sm:w-full')}>
          Next<span className={bare ? 'max-sm:sr-only' : undefined}> daily process</span>
        </span>
        <When at={at} now={bare ? undefined : now} minutes year={!bare} quiet className="font-medium" />
        <span className="flex flex-wrap items-center gap-x-2.5 sm:ml-1.5 sm:border-l sm:pl-2.5">
          {quiet ? 'nothing to mark, nothing to purge' : <Counts marks={marks} purges={purges} paused={paused} />}
        </span>
      </p>
      {href && (
        <TextLink href={href} className={cn('shrink-0 font-medium', !bare && 'max-sm:absolute max-sm:right-4')}>
          See which
        </TextLink>
      )}
    </>
  );
}

type CountsProps = Pick<Extract<NextProcessProps, { marks: number }>, 'marks' | 'purges' | 'paused'>;

function Counts({ marks, purges, paused }: CountsProps) {
  if (paused.marking && paused.purging) return <span className="font-medium">marking and purging are paused</span>;
  return (
    <>
      {paused.marking ? <span className="font-medium">marking is paused</span> : <Marks n={marks} />}
      {paused.purging ? <span className="font-medium">purging is paused</span> : <Purges n={purges} />}
    </>
  );
}

function Marks({ n }: { n: number }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap font-medium text-marked tabular-nums">
      <Hourglass aria-hidden className="size-3.5" />
      marks {formatNumber(n)}
    </span>
  );
}

function Purges({ n }: { n: number }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap font-medium text-gone tabular-nums">
      <Trash2 aria-hidden className="size-3.5" />
      purges {formatNumber(n)}
    </span>
  );
}
