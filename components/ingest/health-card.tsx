'use client';

import { Activity } from 'lucide-react';
import { useState } from 'react';
import { useData } from '@/components/data/use-data.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { buttonLook } from '@/components/ui/button.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Segmented } from '@/components/ui/segmented.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { everyHour, SPANS, type Span, sumOf } from './health-hours.ts';
import { HealthPlots } from './health-plots.tsx';
import { type Health, healthAddress } from './health-query.ts';
import { HealthTiles } from './health-tiles.tsx';
import { Reasons } from './reasons.tsx';

const CHOICES = Object.entries(SPANS).map(([value, { label }]) => ({ value, label }));

/** What programs send, what became of it, and why something was kept out. */
export function HealthCard({ slug }: { slug: string }) {
  const { data, error, refetch } = useData<Health>(healthAddress(slug), { every: 10_000 });
  const [span, setSpan] = useState<Span>('day');
  return (
    <SettingsCard
      title="What arrives"
      sentence="Everything that programs sent in the last 7 days, by the real clock."
      action={<Segmented label="Time" value={span} onChange={(value) => setSpan(value as Span)} options={CHOICES} />}
    >
      {error && !data ? (
        <ListFailed what="What arrives" error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.totals.received === 0 ? (
        <Nothing slug={slug} />
      ) : (
        <Arrived slug={slug} data={data} span={span} />
      )}
    </SettingsCard>
  );
}

function Arrived({ slug, data, span }: { slug: string; data: Health; span: Span }) {
  const hours = everyHour(data, span);
  return (
    <>
      <CardBody className="grid gap-5">
        <HealthTiles sum={sumOf(hours)} />
        <HealthPlots hours={hours} span={span} />
      </CardBody>
      <Reasons slug={slug} reasons={data.reasons} now={data.to} />
    </>
  );
}

function Nothing({ slug }: { slug: string }) {
  return (
    <EmptyState
      icon={<Activity />}
      title="Nothing arrived in 7 days"
      text="What a program sends appears here within seconds, also when it cannot be used."
      action={
        <AppLink href={`/${slug}/settings/connect`} className={buttonLook()}>
          Connect
        </AppLink>
      }
    />
  );
}

function Loading() {
  return (
    <CardBody className="grid gap-5">
      <p role="status" className="sr-only">
        Loading what arrives
      </p>
      <Skeleton className="h-24" />
      <Skeleton className="h-36" />
      <Skeleton className="h-36" />
    </CardBody>
  );
}
