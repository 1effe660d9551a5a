'use client';

import { ChevronLeft, ChevronRight, Hourglass, Trash2 } from 'lucide-react';
import { lazy, Suspense, useId } from 'react';
import { useData } from '@/components/data/use-data.ts';
import { Button } from '@/components/ui/button.tsx';
import { CardBody, CardNote, SettingsCard } from '@/components/ui/card.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatDay, formatNumber, relativeDay } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import type { Forecast } from '../effect-numbers.ts';
import type { NextProcessData } from '../next-process-line.tsx';
import { byKindWords } from './by-kind.ts';
import { cutBars, type ForecastDay } from './cut-bars.ts';
import { DayExamples } from './day-examples.tsx';
import { FORECAST_DAYS, overviewAddresses } from './overview-addresses.ts';
import { useChosenDay } from './use-chosen-day.ts';

const ForecastPlot = lazy(() => import('./forecast-plot.tsx'));

/** Marks and purges of the days to come, and the counts of one of them. */
export function ForecastCard({ slug }: { slug: string }) {
  const addresses = overviewAddresses(slug);
  const { data, error, refetch } = useData<Forecast>(addresses.forecast, { every: 60_000 });
  const { data: next } = useData<NextProcessData>(addresses.next);
  return (
    <SettingsCard
      title={`Next ${FORECAST_DAYS} days`}
      sentence="Per day, if nothing arrives. Marks leave out members that go along; purges count everything deleted."
      action={<Keys />}
    >
      {error && !data && <ListFailed what="The forecast" error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <CardBody>
          <Skeleton className="h-[230px]" />
        </CardBody>
      )}
      {data && <Days slug={slug} forecast={data} now={next?.now} />}
    </SettingsCard>
  );
}

type DaysProps = { slug: string; forecast: Forecast; now: string | undefined };

function Days({ slug, forecast: { data: days, kinds }, now }: DaysProps) {
  const highest = days.reduce((a, b) => (totalOf(b) > totalOf(a) ? b : a));
  const { at, chosen, choose, leave, step, onKeyDown } = useChosenDay(days, highest.day);
  const day = days[at] ?? highest;
  const text = useId();
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label="Day of the forecast"
        aria-describedby={text}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={at + 1}
        aria-valuetext={formatDay(day.day)}
        onKeyDown={onKeyDown}
        className="cursor-pointer px-2 pt-3 pb-2 -outline-offset-4"
      >
        <Suspense fallback={<Skeleton className="h-[230px]" />}>
          <ForecastPlot days={days} chosen={day.day} onChoose={choose} />
        </Suspense>
      </div>
      <p id={text} className="sr-only">
        {described(days, highest)}
      </p>
      <div className="flex items-start gap-2 border-t bg-muted px-5 py-2 max-sm:flex-wrap max-sm:px-4">
        <DayCounts day={day} kinds={kinds} now={now} />
        <div className="flex items-center gap-1">
          <Button
            variant="ghost"
            className="max-sm:-ml-3 underline decoration-1 underline-offset-[3px]"
            aria-expanded={chosen}
            onClick={() => (chosen ? leave() : choose(day.day))}
          >
            {chosen ? 'Hide examples' : 'Twenty examples'}
          </Button>
          <Button variant="ghost" size="icon" aria-label="The day before" disabled={at === 0} onClick={() => step(-1)}>
            <ChevronLeft />
          </Button>
          <Button variant="ghost" size="icon" aria-label="The day after" disabled={at === days.length - 1} onClick={() => step(1)}>
            <ChevronRight />
          </Button>
        </div>
      </div>
      {chosen && <DayExamples slug={slug} day={day} />}
      <CardNote>{notes(days).join(' ')}</CardNote>
    </>
  );
}

function DayCounts({ day, kinds, now }: Pick<DaysProps, 'now'> & { day: ForecastDay; kinds: Forecast['kinds'] }) {
  const counts = (effect: 'marks' | 'purges') =>
    byKindWords(Object.fromEntries(kinds.filter((row) => row.day === day.day && row.effect === effect).map(({ kind, n }) => [kind, n])));
  return (
    <div role="status" className="flex min-w-0 flex-1 flex-wrap items-center gap-x-5 gap-y-1 py-1.5 tabular-nums max-sm:basis-full">
      <span>
        <strong className="font-semibold">{formatDay(day.day)}</strong>
        {now && <span className="text-muted-foreground"> ({relativeDay(day.day, now)})</span>}
      </span>
      <span className="inline-flex flex-wrap items-center gap-x-1.5">
        <Trash2 aria-hidden className={cn('size-3.5', day.purges > 0 && 'text-gone')} />
        <span className={cn('font-medium', day.purges > 0 && 'text-gone')}>purges {formatNumber(day.purges)}</span>
        <span className="text-muted-foreground">{counts('purges')}</span>
      </span>
      <span className="inline-flex flex-wrap items-center gap-x-1.5">
        <Hourglass aria-hidden className={cn('size-3.5', day.marks > 0 && 'text-marked')} />
        <span className={cn('font-medium', day.marks > 0 && 'text-marked')}>marks {formatNumber(day.marks)}</span>
        <span className="text-muted-foreground">{counts('marks')}</span>
      </span>
    </div>
  );
}

function Keys() {
  return (
    <p className="flex gap-3 text-muted-foreground text-xs max-sm:flex-col max-sm:gap-1">
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="size-2.5 rounded-[3px] bg-marked-fill" />
        Marks, below
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="size-2.5 rounded-[3px] bg-gone-fill" />
        Purges, above
      </span>
    </p>
  );
}

/** The same in words, for those who do not see it. */
function described(days: readonly ForecastDay[], highest: ForecastDay): string {
  const sum = (pick: (day: ForecastDay) => number) => formatNumber(days.reduce((all, day) => all + pick(day), 0));
  const most = totalOf(highest) > 0 ? ` Most on ${formatDay(highest.day)}.` : '';
  return `${sum(({ marks }) => marks)} marks and ${sum(({ purges }) => purges)} purges in ${days.length} days, if nothing arrives.${most}`;
}

function notes(days: readonly ForecastDay[]): string[] {
  if (days.every((day) => totalOf(day) === 0)) return ['Nothing is marked or purged in these days.'];
  return [
    ...(cutBars(days).some(({ cut }) => cut !== null) ? ['A bar that is cut has its number beside it.'] : []),
    'Where the last days stand high, what was heard of in the past days is due there, if nothing arrives for it until then.',
    'Marks that would wait for a person are counted as if they were allowed (R29).',
  ];
}

const totalOf = ({ marks, purges }: ForecastDay) => marks + purges;
