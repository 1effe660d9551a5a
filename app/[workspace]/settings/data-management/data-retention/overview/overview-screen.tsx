'use client';

import type { RunsPage } from '#lib/retention/list-runs-page.ts';
import type { RunPage } from '#lib/retention/run-page.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { Page } from '@/components/frame/page.tsx';
import { TextLink } from '@/components/ui/app-link.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { NextProcessLine } from '../next-process-line.tsx';
import { BreakerCard } from '../runs/[day]/breaker-card.tsx';
import { RunsTable } from '../runs/runs-table.tsx';
import { ForecastCard } from './forecast-card.tsx';
import { overviewAddresses } from './overview-addresses.ts';
import { OverviewTiles } from './overview-tiles.tsx';

export type OverviewScreenProps = {
  slug: string;
  /** Whom to ask for an answer to the breaker; null where this person may give it. */
  ask: readonly string[] | null;
};

/** What is active, what is marked, what the next days bring, and what waits for a person. */
export function OverviewScreen({ slug, ask }: OverviewScreenProps) {
  const { data: runs, error, refetch } = useData<RunsPage>(overviewAddresses(slug).runs, { every: 15_000 });
  const retention = `/${slug}/settings/data-management/data-retention`;
  const latest = runs?.rows[0];
  return (
    <Page
      width="content"
      title="Retention"
      lead="What is active, what is marked, and what the next days bring."
      actions={<TextLink href={`${retention}/overview/holds`}>Holds</TextLink>}
    >
      <NextProcessLine slug={slug} />
      {latest?.state === 'waiting' && <Waiting slug={slug} day={latest.day} ask={ask} />}
      <OverviewTiles slug={slug} runs={runs} />
      <ForecastCard slug={slug} />
      <SettingsCard
        title="Latest runs"
        sentence="One a day, at 02:00 UTC."
        action={<TextLink href={`${retention}/runs`}>All runs</TextLink>}
      >
        {!runs && error && <ListFailed what="The runs" error={error} onRetry={() => void refetch()} />}
        {runs?.rows.length === 0 && <CardBody className="text-muted-foreground">Nothing has run yet.</CardBody>}
        {runs && runs.rows.length > 0 && <RunsTable slug={slug} rows={runs.rows.slice(0, SHOWN_RUNS)} inCard />}
      </SettingsCard>
    </Page>
  );
}

/** R29. The run that waits, with what was weighed and both answers. */
function Waiting({ slug, day, ask }: OverviewScreenProps & { day: string }) {
  const { data } = useData<RunPage>(dataAddress(slug, `runs/${day}`));
  if (!data) return null;
  const open = data.run.breaker.filter(({ answer }) => answer === null);
  return <BreakerCard slug={slug} day={day} breaker={open} limits={data.settings.breaker} ask={ask} />;
}

const SHOWN_RUNS = 5;
