'use client';

import { lazy, Suspense } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { type Day, dayOf, daysBetween, type Instant } from '#lib/time.ts';
import { silentDays } from '@/components/retention/mark-words.ts';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { count, formatDay, formatNumber } from '@/components/ui/format.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';

const UsagePlot = lazy(() => import('./usage-plot.tsx'));

/** What the account used, day by day. */
export function UsageCard({ page: { account, usage } }: { page: AccountPage }) {
  const days = daysBetween(usage.from as Day, usage.to as Day) + 1;
  const last = dayOf(account.last_information_at as Instant);
  const marked = account.marked_on;
  return (
    <SettingsCard title="Usage per day" action={<span className="text-muted-foreground text-sm">Last {days} days</span>}>
      <CardBody>
        {usage.days.length === 0 && last < usage.from ? (
          <p className="py-6 text-center text-muted-foreground">Nothing was used in these {days} days.</p>
        ) : (
          <figure className="-ml-3" aria-label={described(usage, last, marked)} role="img">
            <Suspense fallback={<Skeleton className="ml-3 h-[190px]" />}>
              <UsagePlot
                {...usage}
                lastInformation={last}
                markedOn={marked}
                inactiveDays={marked === null ? account.inactive_days : silentDays(account.last_information_at, marked)}
              />
            </Suspense>
          </figure>
        )}
      </CardBody>
    </SettingsCard>
  );
}

/** The same in words, for those who do not see it. */
function described({ from, to, days }: AccountPage['usage'], last: string, marked: string | null): string {
  const total = days.reduce((sum, day) => sum + day.count, 0);
  const used = `${formatNumber(total)} uses on ${count(days.length, 'day')} from ${formatDay(from)} to ${formatDay(to)}`;
  return `${used}. Last information on ${formatDay(last)}${marked === null ? '' : `, marked on ${formatDay(marked)}`}.`;
}
