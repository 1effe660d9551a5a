'use client';

import { Hourglass, Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { MarkedPage } from '#lib/retention/list-marked-page.ts';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import { own } from '#lib/retention/rules/own.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { NO_FILTERS, setFilters } from '@/components/retention/marked-query.ts';
import { MarkedTable } from '@/components/retention/marked-table.tsx';
import { Button } from '@/components/ui/button.tsx';
import { cn } from '@/components/ui/cn.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { count, formatInstant, formatNumber } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Pager } from '@/components/ui/pager.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import type { NextProcessData } from '../next-process-line.tsx';
import { orderOf, turned } from './orders.ts';
import type { Marked } from './use-marked.ts';

type Page = ReturnType<typeof useData<MarkedPage>>;
export type MarkedListProps = { slug: string; page: Page; marked: Marked };

export function MarkedList({ slug, page, marked }: MarkedListProps) {
  const { params, go } = useAddress();
  const filters = setFilters(params);
  if (page.isError) return <ListFailed what="The marked list" error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton rows={10} columns={5} label="Loading what is marked" />;
  if (page.data.rows.length > 0) return <Rows page={page.data} stale={page.isPlaceholderData} marked={marked} />;
  if (filters.length === 0) return <NothingMarked slug={slug} marked={marked} />;
  return (
    <EmptyState
      icon={<Search />}
      title={`No marked ${marked.word(1)} matches`}
      text={`${count(filters.length, 'filter')} ${filters.length === 1 ? 'is' : 'are'} set: ${filters.join(', ')}.`}
      action={<Button onClick={() => go({ ...NO_FILTERS, ...FIRST_PAGE })}>Clear filters</Button>}
    />
  );
}

function NothingMarked({ slug, marked }: Pick<MarkedListProps, 'slug' | 'marked'>) {
  const { data } = useData<NextProcessData>(dataAddress(slug, 'next-process'));
  const marks = (own(data?.marked ?? {}, marked.kind) ?? 0) + (marked.kind === 'accounts' ? (data?.marked.free_accounts ?? 0) : 0);
  return (
    <EmptyState
      icon={<Hourglass />}
      title={`No ${marked.word(1)} is marked`}
      text={data && `The next daily process, ${formatInstant(data.at)}, marks ${marks === 0 ? 'none' : formatNumber(marks)}.`}
    />
  );
}

function Rows({ page, stale, marked }: { page: MarkedPage; stale: boolean; marked: Marked }) {
  const { params, href, go, replace } = useAddress();
  const open = params.get('open');
  const { sort, direction } = orderOf(params);
  const sortOf = (name: typeof sort) => ({
    href: href({ ...turned(params, name), ...FIRST_PAGE }),
    direction: name !== sort ? null : direction === 'asc' ? ('ascending' as const) : ('descending' as const),
  });
  return (
    <div aria-busy={stale || undefined} className={cn('@container', stale && 'opacity-60')}>
      <MarkedTable
        kind={page.entity}
        label={`Marked ${marked.word(2)}`}
        title={marked.kind === 'accounts' ? 'Account' : marked.kind === 'users' ? 'User' : kindName(marked.kind)}
        rows={page.rows}
        now={page.now}
        open={open}
        linkTo={(entity) => ({
          href: href({ open: entity }),
          onClick: (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            go({ open: entity });
          },
        })}
        isSelected={marked.selection.has}
        onSelect={(row, selected) => marked.selection.toggle([row], selected, page.rows)}
        onSelectPage={(selected) => (selected ? marked.selection.toggle(page.rows, true, page.rows) : marked.selection.clear())}
        onKey={(event, row) =>
          pressed(event, row, { marked, page, openNext: open !== null ? (entity) => replace({ open: entity }) : null })
        }
        sorts={{ name: sortOf('name'), purge_day: sortOf('purge_day'), value: sortOf('value') }}
      />
      <Pager
        label="Pages of the marked list"
        first={page.previous ? href(FIRST_PAGE) : undefined}
        previous={page.previous ? href({ ...FIRST_PAGE, before: page.previous }) : undefined}
        next={page.next ? href({ ...FIRST_PAGE, after: page.next }) : undefined}
        last={page.next ? href({ ...FIRST_PAGE, end: 'last' }) : undefined}
        className="border-t px-6"
      >
        {formatNumber(page.rows.length)} of {formatNumber(marked.total)} shown
      </Pager>
    </div>
  );
}

type Pressed = { marked: Marked; page: MarkedPage; openNext: ((entity: string) => void) | null };

/** `j` and `k` step, `x` selects, `r` revives, `h` revives and holds. An open panel follows the steps. */
function pressed(event: KeyboardEvent, row: MarkedAnswer, { marked, page, openNext }: Pressed): void {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const line = event.target instanceof Element ? event.target.closest('tr') : null;
  const step = (next: Element | null | undefined) => {
    if (!(next instanceof HTMLElement) || !next.dataset.entity) return;
    next.querySelector('a')?.focus();
    openNext?.(next.dataset.entity);
  };
  const keys: Record<string, () => void> = {
    j: () => step(line?.nextElementSibling),
    k: () => step(line?.previousElementSibling),
    x: () => marked.selection.toggle([row], !marked.selection.has(row.entity), page.rows),
    r: () => {
      (line?.nextElementSibling ?? line?.previousElementSibling)?.querySelector('a')?.focus();
      marked.revive(row);
    },
    h: () => marked.hold(row),
  };
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
