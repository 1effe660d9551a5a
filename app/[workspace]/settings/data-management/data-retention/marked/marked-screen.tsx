'use client';

import type { MarkedPage } from '#lib/retention/list-marked-page.ts';
import type { MarkedTotals } from '#lib/retention/marked-totals.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageHead } from '@/components/frame/page.tsx';
import { PanelLayout } from '@/components/frame/panel-layout.tsx';
import { kindName } from '@/components/retention/kind-name.ts';
import { markedAddresses, markedKind } from '@/components/retention/marked-query.ts';
import type { Allowed } from '@/components/retention/permitted-button.tsx';
import { LinkTabs } from '@/components/ui/tabs.tsx';
import { NextProcessLine } from '../next-process-line.tsx';
import { MarkedDialogs } from './marked-dialogs.tsx';
import { MarkedFilters } from './marked-filters.tsx';
import { MarkedList } from './marked-list.tsx';
import { MarkedPanel } from './marked-panel.tsx';
import { ReviveJobs } from './revive-jobs.tsx';
import { SelectionActions } from './selection-actions.tsx';
import { useMarked } from './use-marked.ts';

/** Everything that is marked, to be reviewed and revived: kind, filters, order, page and the open panel stand in the address. */
export function MarkedScreen({ slug, allowed }: { slug: string; allowed: Allowed }) {
  const { params, href } = useAddress();
  const addresses = markedAddresses(slug, params);
  const page = useData<MarkedPage>(addresses.rows, { keep: true, every: REFRESH_MS });
  const totals = useData<MarkedTotals>(addresses.totals, { keep: true, every: REFRESH_MS });
  const marked = useMarked({ slug, allowed, page: page.data, total: totals.data?.total ?? 0 });
  const open = params.get('open');
  return (
    <PanelLayout
      panel={
        open && <MarkedPanel key={open} slug={slug} entity={open} allowed={allowed} marked={marked} closeHref={href({ open: undefined })} />
      }
    >
      <PageHead title="Marked" className="px-6 pt-4 sm:items-center max-sm:px-4" actions={<NextProcessLine slug={slug} bare unlinked />} />
      <KindTabs totals={totals.data} />
      <MarkedFilters kind={marked.kind} totals={totals.data} csv={addresses.csv} />
      <ReviveJobs slug={slug} />
      <MarkedList slug={slug} page={page} marked={marked} />
      <SelectionActions marked={marked} about={totals.data?.about ?? false} allowed={allowed} csv={addresses.csv} />
      <MarkedDialogs marked={marked} />
    </PanelLayout>
  );
}

/** A tab for every kind; without totals yet, for the two that every workspace has. */
function KindTabs({ totals }: { totals: MarkedTotals | undefined }) {
  const { params } = useAddress();
  const chosen = markedKind(params);
  const kinds: { kind: string; total?: number }[] = totals?.kinds ?? [{ kind: 'accounts' }, { kind: 'users' }];
  const tabs = kinds.map(({ kind, total }) => ({
    href: kind === 'accounts' ? '?' : `?kind=${encodeURIComponent(kind)}`,
    label: kindName(kind),
    current: kind === chosen,
    ...(total === undefined ? {} : { count: total }),
  }));
  return <LinkTabs label="Kind" tabs={tabs} className="mt-2 px-6 max-sm:px-4" />;
}

const REFRESH_MS = 30_000;
