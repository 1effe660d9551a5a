'use client';

import { Hourglass, Trash2, Undo2 } from 'lucide-react';
import type { RunPage } from '#lib/retention/run-page.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageCrumb } from '@/components/frame/breadcrumb.tsx';
import { Page } from '@/components/frame/page.tsx';
import { actorWithin } from '@/components/retention/actor-words.ts';
import { formatDay, formatDuration, formatInstant, formatNumber } from '@/components/ui/format.ts';
import { StatTile, StatTiles } from '@/components/ui/stat-tiles.tsx';
import { RunState } from '../run-state.tsx';
import { sum } from '../runs-table.tsx';
import { BreakerCard } from './breaker-card.tsx';
import { EffectsCard } from './effects-card.tsx';
import { RunProgress } from './run-progress.tsx';
import { SettingsThen } from './settings-then.tsx';
import { StepsCard } from './steps-card.tsx';

export type RunScreenProps = {
  slug: string;
  day: string;
  /** Whom to ask for an answer to the breaker; null where this person may give it. */
  ask: readonly string[] | null;
};

/** One run, live while it works. */
export function RunScreen({ slug, day, ask }: RunScreenProps) {
  const { data } = useData<RunPage>(dataAddress(slug, `runs/${day}`), { every: (page) => EVERY_MS[page?.run.state ?? 'running'] });
  if (!data) return null;
  const { run, steps, settings } = data;
  const title = formatDay(day);
  return (
    <Page
      width="content"
      title={
        <>
          Run of {title}
          <RunState state={run.state} badge />
        </>
      }
      lead={leadOf(run)}
    >
      <PageCrumb label={title} />
      <RunProgress run={run} steps={steps} />
      <BreakerCard slug={slug} day={day} breaker={run.breaker} limits={settings.breaker} ask={ask} />
      <Totals run={run} />
      <EffectsCard slug={slug} day={day} run={run} />
      <StepsCard steps={steps} running={run.state === 'running'} />
      <SettingsThen settings={settings} />
    </Page>
  );
}

function Totals({ run }: { run: RunPage['run'] }) {
  const { totals, expected, duration_ms } = run;
  const [marks, purges] = [sum(expected.marked), sum(expected.purged)];
  return (
    <StatTiles>
      <StatTile
        label="Marked"
        value={formatNumber(totals.marked)}
        note={`${formatNumber(marks)} expected`}
        {...(totals.marked > 0 ? { icon: <Hourglass aria-hidden />, tone: 'marked' } : {})}
      />
      <StatTile
        label="Lifted"
        value={formatNumber(totals.lifted)}
        note="marks without a cause any more"
        {...(totals.lifted > 0 ? { icon: <Undo2 aria-hidden /> } : {})}
      />
      <StatTile
        label="Purged"
        value={formatNumber(totals.purged)}
        note={`${formatNumber(purges)} expected`}
        {...(totals.purged > 0 ? { icon: <Trash2 aria-hidden />, tone: 'gone' } : {})}
      />
      <StatTile
        label="Duration"
        value={duration_ms === null ? 'Under way' : formatDuration(duration_ms)}
        note={`started by ${actorWithin(run.started_by)}`}
      />
    </StatTiles>
  );
}

function leadOf({ started_at, finished_at, state, failure }: RunPage['run']): string {
  const began = `Began ${formatInstant(started_at)}`;
  if (state === 'failed') return `${began}. It was cut off and is tried again where it stopped${failure ? `: ${failure}` : ''}.`;
  return finished_at ? `${began}, ended ${formatInstant(finished_at)} by the workspace's clock.` : `${began}.`;
}

/** A run under way changes with every chunk; one that is over only by a person. */
const EVERY_MS: Record<RunPage['run']['state'], number | false> = { running: 700, failed: 3_000, waiting: 5_000, done: false };
