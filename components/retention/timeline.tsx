import { Hourglass, Radio, Trash2 } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn.ts';

export type TimelinePoint = { label: ReactNode; note?: ReactNode };

export type TimelineProps = {
  /** Its name for those who do not see it. */
  label: string;
  /** The circle: last information, or where else the clock starts. */
  start: TimelinePoint;
  /** The dashes: "90 inactive days". */
  silence: TimelinePoint;
  /** The diamond. */
  marked: TimelinePoint;
  /** The stripes: "30 days to revive". */
  revive: TimelinePoint;
  /** The square. */
  gone: TimelinePoint;
  /** Always upright; otherwise it lies where it has 480 px or more. */
  upright?: boolean;
  className?: string;
};

/** Last information, inactive days, marked, days to revive, gone for good: five shapes, told apart without colour. */
export function Timeline({ label, start, silence, marked, revive, gone, upright, className }: TimelineProps) {
  return (
    <div className={cn(!upright && '@container', className)}>
      <ol aria-label={label} className="flex flex-col text-sm @[30rem]:flex-row @[30rem]:pt-6 @[30rem]:pb-12">
        <Point shape={circle} at="start" {...start} />
        <Stretch line={dashes} grow="@[30rem]:flex-[1.6]" {...silence} />
        <Point shape={diamond} at="center" tone="text-marked" {...marked} />
        <Stretch line={stripes} grow="@[30rem]:flex-1" {...revive} />
        <Point shape={square} at="end" tone="text-gone" {...gone} />
      </ol>
    </div>
  );
}

function Point({ shape, at, tone, label, note }: TimelinePoint & { shape: ReactNode; at: 'start' | 'center' | 'end'; tone?: string }) {
  return (
    <li className="flex min-h-7 items-center gap-3 @[30rem]:relative @[30rem]:size-7 @[30rem]:flex-none">
      <span aria-hidden className="flex size-7 shrink-0 items-center justify-center">
        {shape}
      </span>
      <span
        className={cn(
          'flex flex-1 flex-wrap items-baseline justify-between gap-x-3 @[30rem]:absolute @[30rem]:top-full @[30rem]:mt-1 @[30rem]:flex-col @[30rem]:flex-nowrap @[30rem]:whitespace-nowrap',
          sides[at],
        )}
      >
        <span className={cn('font-medium', tone)}>{label}</span>
        {note && <span className="text-muted-foreground tabular-nums @[30rem]:text-xs">{note}</span>}
      </span>
    </li>
  );
}

function Stretch({ line, grow, label, note }: TimelinePoint & { line: ReactNode; grow: string }) {
  return (
    <li className={cn('flex min-h-10 items-center gap-3 @[30rem]:relative @[30rem]:min-h-7 @[30rem]:px-2', grow)}>
      <span aria-hidden className="flex h-8 w-7 shrink-0 justify-center @[30rem]:h-auto @[30rem]:w-full @[30rem]:shrink">
        {line}
      </span>
      <span className="text-xs tabular-nums @[30rem]:absolute @[30rem]:inset-x-0 @[30rem]:bottom-full @[30rem]:text-center">
        <span className="text-muted-foreground @[30rem]:text-foreground">{label}</span>
        {note && <Fragment> {note}</Fragment>}
      </span>
    </li>
  );
}

const sides = {
  start: '@[30rem]:left-0 @[30rem]:items-start',
  center: '@[30rem]:left-1/2 @[30rem]:-translate-x-1/2 @[30rem]:items-center',
  end: '@[30rem]:right-0 @[30rem]:items-end',
};

const circle = (
  <span className="flex size-7 items-center justify-center rounded-full border-2 border-foreground">
    <Radio className="size-3.5" />
  </span>
);
const diamond = (
  <span className="flex size-5 rotate-45 items-center justify-center rounded-[3px] border-2 border-marked-fill text-marked">
    <Hourglass className="size-3 -rotate-45" />
  </span>
);
const square = (
  <span className="flex size-6 items-center justify-center rounded-sm bg-destructive text-destructive-foreground @[30rem]:size-7">
    <Trash2 className="size-3.5" />
  </span>
);
const dashes = (
  <span className="h-full w-0.5 bg-[repeating-linear-gradient(180deg,var(--muted-foreground)_0_5px,transparent_5px_8px)] @[30rem]:h-0.5 @[30rem]:w-full @[30rem]:bg-[repeating-linear-gradient(90deg,var(--muted-foreground)_0_5px,transparent_5px_8px)]" />
);
const stripes = (
  <span className="h-full w-1.5 rounded-full bg-[repeating-linear-gradient(180deg,var(--marked-fill)_0_4px,transparent_4px_7px)] @[30rem]:h-1.5 @[30rem]:w-full @[30rem]:bg-[repeating-linear-gradient(90deg,var(--marked-fill)_0_3px,transparent_3px_5px)]" />
);
