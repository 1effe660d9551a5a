'use client';

import { ChevronLeft, ChevronRight, Hourglass, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useData } from '@/components/data/use-data.ts';
import { Button } from '@/components/ui/button.tsx';
import { CardBody, CardNote, SettingsCard } from '@/components/ui/card.tsx';
import { formatDay, formatNumber } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import type { Forecast } from '../effect-numbers.ts';
import { byKindWords } from './by-kind.ts';
import type { ForecastDay } from './cut-bars.ts';
import { FORECAST_DAYS, overviewAddresses } from './overview-addresses.ts';

const ForecastPlot = lazy(() => import('./forecast-plot.tsx'));

/** Marks and purges of the days to come, and the counts of one of them. */
export function ForecastCard({ slug }: { slug: string }) {
  const { data, error, refetch } = useData<Forecast>(overviewAddresses(slug).forecast, { every: 60_000 });
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
      {data && <Days forecast={data} />}
    </SettingsCard>
  );
}

function Days({ forecast: { data: days, kinds } }: { forecast: Forecast }) {
  const highest = days.reduce((a, b) => (totalOf(b) > totalOf(a) ? b : a));
  const [chosen, setChosen] = useState(highest.day as string);
  const at = Math.max(
    0,
    days.findIndex(({ day }) => day === chosen),
  );
  const day = days[at] ?? highest;
  const step = (by: number) => setChosen(days[at + by]?.day ?? chosen);
  const counts = (effect: 'marks' | 'purges') =>
    byKindWords(Object.fromEntries(kinds.filter((row) => row.day === day.day && row.effect === effect).map(({ kind, n }) => [kind, n])));
  return (
    <>
      <figure className="px-2 pt-3 pb-2" aria-label={described(days, highest)} role="img">
        <Suspense fallback={<Skeleton className="h-[230px]" />}>
          <ForecastPlot days={days} chosen={day.day} onChoose={setChosen} />
        </Suspense>
      </figure>
      <div className="flex items-start gap-2 border-t bg-muted px-5 py-2 max-sm:px-4">
        <div role="status" className="flex min-w-0 flex-1 flex-wrap items-center gap-x-5 gap-y-1 py-1.5 tabular-nums">
          <strong className="font-semibold">{formatDay(day.day)}</strong>
          <span className="inline-flex flex-wrap items-center gap-x-1.5">
            <Trash2 aria-hidden className="size-3.5 text-gone" />
            <span className="font-medium text-gone">purges {formatNumber(day.purges)}</span>
            <span className="text-muted-foreground">{counts('purges')}</span>
          </span>
          <span className="inline-flex flex-wrap items-center gap-x-1.5">
            <Hourglass aria-hidden className="size-3.5 text-marked" />
            <span className="font-medium text-marked">marks {formatNumber(day.marks)}</span>
            <span className="text-muted-foreground">{counts('marks')}</span>
          </span>
        </div>
        <Button variant="ghost" size="icon" aria-label="The day before" disabled={at === 0} onClick={() => step(-1)}>
          <ChevronLeft />
        </Button>
        <Button variant="ghost" size="icon" aria-label="The day after" disabled={at === days.length - 1} onClick={() => step(1)}>
          <ChevronRight />
        </Button>
      </div>
      <CardNote>
        A bar that is cut has its number beside it. The last days stand high because what was last heard of in the past days is due there,
        if nothing arrives for it until then.
      </CardNote>
    </>
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

const totalOf = ({ marks, purges }: ForecastDay) => marks + purges;
