'use client';

import { ListX } from 'lucide-react';
import type { RunEffectsPage } from '#lib/retention/list-run-effects.ts';
import { own } from '#lib/retention/rules/own.ts';
import type { RunPage } from '#lib/retention/run-page.ts';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { SettingsCard } from '@/components/ui/card.tsx';
import { ChoiceChip } from '@/components/ui/choice-chip.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Pager } from '@/components/ui/pager.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { LinkTabs } from '@/components/ui/tabs.tsx';
import { EFFECTS, effectsAddress, type ShownEffect, shownEffect } from '../runs-query.ts';
import { EffectsTable } from './effects-table.tsx';

export type EffectsCardProps = { slug: string; day: string; run: RunPage['run'] };

/** To whom it was done: a tab an effect, narrowed to a kind, page by page. */
export function EffectsCard({ slug, day, run }: EffectsCardProps) {
  const { params, href, go } = useAddress();
  const effect = shownEffect(params);
  const kind = params.get('kind') || undefined;
  const page = useData<RunEffectsPage>(effectsAddress(slug, day, params), { keep: true, every: run.state === 'running' ? 2_000 : false });
  const tabs = EFFECTS.map((value) => ({
    href: href({ effect: value === 'marked' ? undefined : value, kind: undefined, ...FIRST_PAGE }),
    label: WORDS[value],
    count: run.totals[value],
    current: value === effect,
  }));
  const kinds = Object.entries(run[effect]).map(([value, n]) => ({ value, label: `${kindName(value)}, ${formatNumber(n)}` }));
  return (
    <SettingsCard title="What it did" sentence="By the sender's identifiers; names are those of today.">
      <LinkTabs label="What it did" tabs={tabs} className="px-5 max-sm:px-4" />
      {(kinds.length > 1 || kind) && (
        <div className="border-b px-5 py-2 max-sm:px-4">
          <ChoiceChip label="Kind" options={kinds} value={kind} onChange={(value) => go({ kind: value, ...FIRST_PAGE })} />
        </div>
      )}
      <div aria-busy={page.isPlaceholderData || undefined} className={page.isPlaceholderData ? 'opacity-60' : undefined}>
        <List slug={slug} effect={effect} total={kind ? (own(run[effect], kind) ?? 0) : run.totals[effect]} page={page} />
      </div>
    </SettingsCard>
  );
}

type ListProps = { slug: string; effect: ShownEffect; total: number; page: ReturnType<typeof useData<RunEffectsPage>> };

function List({ slug, effect, total, page }: ListProps) {
  const { href } = useAddress();
  if (page.isError && !page.data) return <ListFailed what="The list" error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton columns={3} label="Loading the list" />;
  const { rows, previous, next } = page.data;
  if (rows.length === 0) return <EmptyState icon={<ListX />} title={`Nothing was ${effect}`} />;
  return (
    <>
      <EffectsTable slug={slug} rows={rows} />
      {(previous || next) && (
        <Pager
          label="Pages of the list"
          first={previous ? href(FIRST_PAGE) : undefined}
          previous={previous ? href({ ...FIRST_PAGE, before: previous }) : undefined}
          next={next ? href({ ...FIRST_PAGE, after: next }) : undefined}
          last={next ? href({ ...FIRST_PAGE, end: 'last' }) : undefined}
          className="border-t"
        >
          {formatNumber(rows.length)} of {formatNumber(total)}
        </Pager>
      )}
    </>
  );
}

const WORDS: Record<ShownEffect, string> = { marked: 'Marked', lifted: 'Lifted', purged: 'Purged' };
