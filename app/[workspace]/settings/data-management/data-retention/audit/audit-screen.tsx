'use client';

import { Download, ScrollText, Search } from 'lucide-react';
import type { AuditPage } from '#lib/audit/list-audit-page.ts';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageHead } from '@/components/frame/page.tsx';
import { Button, buttonLook } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Pager } from '@/components/ui/pager.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { NextProcessLine } from '../next-process-line.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AUDIT_FILTERS, auditAddress, auditCsvAddress } from './audit-query.ts';
import { AuditTable } from './audit-table.tsx';
import { ChainStatus } from './chain-status.tsx';

/** Who or what did what to what, newest first; the filters stand in the address. */
export function AuditScreen({ slug }: { slug: string }) {
  const { params } = useAddress();
  const page = useData<AuditPage>(auditAddress(slug, params), { keep: true, every: REFRESH_MS });
  return (
    <>
      <PageHead title="Audit" actions={<NextProcessLine slug={slug} bare />} className="px-6 pt-4 sm:items-center max-sm:px-4" />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-6 py-2 max-sm:px-4">
        <ChainStatus slug={slug} />
        <a href={auditCsvAddress(slug, params)} download className={buttonLook({ size: 'sm' })}>
          <Download aria-hidden />
          Export CSV
        </a>
      </div>
      <AuditFilters slug={slug} />
      <div aria-busy={page.isPlaceholderData || undefined} className={page.isPlaceholderData ? 'opacity-60' : undefined}>
        <List slug={slug} page={page} />
      </div>
    </>
  );
}

function List({ slug, page }: { slug: string; page: ReturnType<typeof useData<AuditPage>> }) {
  const { href } = useAddress();
  if (page.isError && !page.data) return <ListFailed what="The audit trail" error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton columns={3} label="Loading the audit trail" />;
  const { rows, previous, next } = page.data;
  if (rows.length === 0) return <NoEntry />;
  return (
    <>
      <AuditTable slug={slug} rows={rows} />
      <Pager
        label="Pages of the audit trail"
        first={previous ? href(FIRST_PAGE) : undefined}
        previous={previous ? href({ ...FIRST_PAGE, before: previous }) : undefined}
        next={next ? href({ ...FIRST_PAGE, after: next }) : undefined}
        last={next ? href({ ...FIRST_PAGE, end: 'last' }) : undefined}
        className="border-t px-6"
      >
        {rangeText(rows)}
      </Pager>
    </>
  );
}

function NoEntry() {
  const { params, go } = useAddress();
  const set = AUDIT_FILTERS.filter((name) => params.get(name)).map((name) => FILTER_WORDS[name]);
  if (set.length === 0)
    return (
      <EmptyState
        icon={<ScrollText />}
        title="Nothing is recorded yet"
        text="Every change of a policy and every daily process leaves an entry here."
      />
    );
  const clear = () => go({ ...Object.fromEntries(AUDIT_FILTERS.map((name) => [name, undefined])), ...FIRST_PAGE });
  return (
    <EmptyState
      icon={<Search />}
      title="No entry matches"
      text={`Filtered by ${[...new Set(set)].join(', ')}.`}
      action={<Button onClick={clear}>Clear filters</Button>}
    />
  );
}

function rangeText(rows: readonly { number: number }[]): string {
  const [newest = '', oldest = ''] = [rows.at(0), rows.at(-1)].map((row) => row && formatNumber(row.number));
  return newest === oldest ? `Entry ${newest}` : `Entries ${newest} to ${oldest}`;
}

const REFRESH_MS = 30_000;
const FILTER_WORDS = { action: 'Action', actor: 'Actor', entity: 'Entity', from: 'Days', to: 'Days' };
