'use client';

import { lazy, Suspense } from 'react';
import { formatInstant, formatNumber } from '@/components/ui/format.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { type HealthHour, keptOut, type Span } from './health-hours.ts';
import type { Part } from './health-plot.tsx';

const HealthPlot = lazy(() => import('./health-plot.tsx'));

const TAKEN: Part[] = [
  { name: 'accepted', label: 'Accepted', fill: 'var(--chart-3)' },
  { name: 'repeated', label: 'Sent again', fill: 'var(--chart-4)' },
];
const KEPT_OUT: Part[] = [
  { name: 'refused', label: 'Refused', fill: 'var(--chart-2)' },
  { name: 'unattributed', label: 'Unattributed', fill: 'var(--chart-4)' },
];

type HealthPlotsProps = { hours: readonly HealthHour[]; span: Span };

/** What came each hour: above what was taken, below what was kept out. They differ a hundredfold, and so each has a scale of its own. */
export function HealthPlots(props: HealthPlotsProps) {
  return (
    <div className="grid gap-4">
      <Plot {...props} title="Taken per hour" parts={TAKEN} of={({ accepted, repeated }) => accepted + repeated} />
      <Plot {...props} title="Kept out per hour" parts={KEPT_OUT} of={keptOut} />
    </div>
  );
}

type PlotProps = HealthPlotsProps & { title: string; parts: Part[]; of: (hour: HealthHour) => number };

function Plot({ hours, span, title, parts, of }: PlotProps) {
  const peak = hours.reduce<HealthHour | undefined>((most, hour) => (most && of(most) >= of(hour) ? most : hour), undefined);
  const words = peak && of(peak) > 0 ? `most at ${formatInstant(peak.hour, { year: false })}: ${formatNumber(of(peak))}` : 'nothing';
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs">
        <span>
          <span className="font-medium">{title}</span>, <span className="tabular-nums">{words}</span>
        </span>
        <span className="flex gap-3 text-muted-foreground">
          {parts.map(({ name, label, fill }) => (
            <span key={name} className="flex items-center gap-1.5">
              <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2">
                <rect width="8" height="8" rx="1" fill={fill} />
              </svg>
              {label}
            </span>
          ))}
        </span>
      </figcaption>
      <div className="mt-1 -ml-2 h-32">
        <Suspense fallback={<Skeleton className="h-32" />}>
          <HealthPlot hours={hours} span={span} parts={parts} />
        </Suspense>
      </div>
    </figure>
  );
}
