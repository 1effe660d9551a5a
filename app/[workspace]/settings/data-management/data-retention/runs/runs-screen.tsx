'use client';

import { ListChecks } from 'lucide-react';
import type { RunsPage } from '#lib/retention/list-runs-page.ts';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageHead } from '@/components/frame/page.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Pager } from '@/components/ui/pager.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { NextProcessLine } from '../next-process-line.tsx';
import { RunNow } from './run-now.tsx';
import { runsAddress } from './runs-query.ts';
import { RunsTable } from './runs-table.tsx';

export type RunsScreenProps = {
  slug: string;
  /** Whom to ask for Run now; null where this person may. */
  ask: readonly string[] | null;
};

/** A row a day, the latest first. */
export function RunsScreen({ slug, ask }: RunsScreenProps) {
  const { params } = useAddress();
  const page = useData<RunsPage>(runsAddress(slug, params), { keep: true, every: (data) => (data?.rows.some(isOpen) ? 1_500 : 15_000) });
  return (
    <>
      <PageHead title="Runs" actions={<NextProcessLine slug={slug} bare />} className="px-6 pt-4 sm:items-center max-sm:px-4" />
      <RunNow slug={slug} ask={ask} />
      <div aria-busy={page.isPlaceholderData || undefined} className={page.isPlaceholderData ? 'opacity-60' : undefined}>
        <List slug={slug} page={page} />
      </div>
    </>
  );
}

function List({ slug, page }: { slug: string; page: ReturnType<typeof useData<RunsPage>> }) {
  const { href } = useAddress();
  if (page.isError && !page.data) return <ListFailed what="The runs" error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton columns={6} label="Loading the runs" />;
  const { rows, previous, next } = page.data;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<ListChecks />}
        title="Nothing has run yet"
        text="The daily process runs once a day, at 02:00 UTC, and leaves a row here."
      />
    );
  }
  return (
    <>
      <RunsTable slug={slug} rows={rows} />
      <Pager
        label="Pages of runs"
        first={previous ? href(FIRST_PAGE) : undefined}
        previous={previous ? href({ ...FIRST_PAGE, before: previous }) : undefined}
        next={next ? href({ ...FIRST_PAGE, after: next }) : undefined}
        last={next ? href({ ...FIRST_PAGE, end: 'last' }) : undefined}
        className="border-t px-6"
      >
        {daysText(rows)}
      </Pager>
    </>
  );
}

const isOpen = ({ state }: { state: string }) => state === 'running' || state === 'failed';

function daysText(rows: readonly { day: string }[]): string {
  const [latest = '', earliest = ''] = [rows[0]?.day, rows.at(-1)?.day];
  return latest === earliest ? formatDay(latest) : `${formatDay(earliest)} to ${formatDay(latest)}`;
}
