'use client';

import { Hourglass, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { count, formatDay, formatNumber } from '@/components/ui/format.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { peakOf } from './effect-numbers.ts';
import type { SaveEffect } from './save-effects.ts';
import type { Preview } from './use-preview.ts';

const DayPlot = lazy(() => import('./day-plot.tsx'));

export type EffectPlotsProps = { plot: Preview['plot']; counting: boolean; effects: readonly SaveEffect[] };

/** Marks and purges of 60 days, present policy against proposed. They differ a hundredfold, and so each has a scale of its own. */
export function EffectPlots({ plot, counting, effects }: EffectPlotsProps) {
  if (plot === null || !counting)
    return (
      <p className="text-muted-foreground">
        The days to come could not be counted. The numbers of the next daily process hold all the same.
      </p>
    );
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium">Next 60 days, if nothing arrives</h3>
        <p className="flex gap-3 text-muted-foreground text-xs">
          <Key fill="bg-chart-4">Present policy</Key>
          <Key fill="bg-marked-fill" second="bg-gone-fill">
            Proposed
          </Key>
        </p>
      </div>
      <Plot plot={plot} what="marks" />
      <Beyond plot={plot} effects={effects} />
      <Plot plot={plot} what="purges" />
    </div>
  );
}

const WORDS = {
  marks: { title: 'Marked per day', icon: <Hourglass aria-hidden className="size-3.5 text-marked" />, fill: 'var(--chart-1)' },
  purges: {
    title: 'Deleted for good per day, users and objects included',
    icon: <Trash2 aria-hidden className="size-3.5 text-gone" />,
    fill: 'var(--chart-2)',
  },
};

function Plot({ plot, what }: { plot: Preview['plot']; what: keyof typeof WORDS }) {
  const { title, icon, fill } = WORDS[what];
  const proposed = plot?.proposed;
  const days =
    plot && proposed && 'forecast' in proposed
      ? proposed.forecast.map((day, i) => ({ day: day.day, proposed: day[what], present: plot.present.data[i]?.[what] ?? 0 }))
      : null;
  const peak = days?.reduce((a, b) => (b.proposed > a.proposed ? b : a));
  const words = !peak
    ? ''
    : peak.proposed === 0
      ? 'none by the proposed policies'
      : `most on ${formatDay(peak.day, { year: false })}: ${formatNumber(peak.proposed)} (present ${formatNumber(peak.present)})`;
  return (
    <figure className="mt-3">
      <figcaption className="flex flex-wrap items-center gap-x-1.5 text-xs">
        {icon}
        <span>{title}</span>
        <span className="font-semibold tabular-nums">{words}</span>
      </figcaption>
      <div className="mt-1 h-32">
        {days ? (
          <Suspense fallback={<Skeleton className="h-32" />}>
            <DayPlot days={days} fill={fill} />
          </Suspense>
        ) : (
          <Skeleton className="h-32" />
        )}
      </div>
    </figure>
  );
}

/** R5. Where the marks of a kind that is switched on come after these days: when, and how many at most. */
function Beyond({ plot, effects }: Pick<EffectPlotsProps, 'plot' | 'effects'>) {
  const proposed = plot?.proposed;
  if (!proposed || !('forecast' in proposed)) return null;
  const last = proposed.forecast.at(-1)?.day ?? '';
  const later = effects.flatMap(({ kind }) => {
    const peak = peakOf(proposed.kinds[kind]);
    return peak && peak.day > last ? [{ kind, ...peak }] : [];
  });
  return later.map(({ kind, day, marks }) => (
    <p key={kind} className="mt-1 text-xs">
      After these days: <strong className="font-semibold">{formatDay(day)}</strong>, {count(marks, 'mark')} of {kind.replaceAll('_', ' ')}{' '}
      at most.
    </p>
  ));
}

function Key({ fill, second, children }: { fill: string; second?: string; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className="flex">
        <span className={`h-2.5 w-1.5 ${fill}`} />
        {second && <span className={`h-2.5 w-1.5 ${second}`} />}
      </span>
      {children}
    </span>
  );
}
