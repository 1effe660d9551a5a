'use client';

import type { NextPurges as Purges } from '#lib/retention/next-purges.ts';
import { purgeCutoff } from '#lib/retention/rules/lifecycle.ts';
import { addDays, type Day } from '#lib/time.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { byKind } from '@/components/retention/kind-name.ts';
import { causeWords } from '@/components/retention/mark-words.ts';
import { AppLink, TextLink } from '@/components/ui/app-link.tsx';
import { SettingsCard } from '@/components/ui/card.tsx';
import { formatDay, formatNumber } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { purgesTitle } from './purges-title.ts';

type Kind = Purges['kinds'][number];

/** Of each kind, twenty of what the next daily process would purge. `purged`: how many, by kind, with what goes with its account. */
export function NextPurges({ slug, day, purged }: { slug: string; day: Day; purged: Readonly<Record<string, number>> }) {
  const some = Object.keys(purged).length > 0;
  const { data, error, refetch } = useData<Purges>(dataAddress(slug, 'next-process/purges'), { enabled: some });
  if (!some) return null;
  return (
    <SettingsCard
      title="What would be gone for good"
      sentence={`On ${formatDay(day)}, if nothing arrives until then: marked on ${formatDay(purgeCutoff(day))} or before (R11).`}
    >
      {!data && error && <ListFailed what="The examples" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <TableSkeleton rows={4} columns={5} label="Loading the examples" />}
      {data &&
        [...data.kinds]
          .sort((a, b) => byKind(a.kind, b.kind))
          .map((kind) => <Examples key={kind.kind} slug={slug} day={day} of={kind} along={alongOf(data, purged)} />)}
    </SettingsCard>
  );
}

/** What goes with its account, by kind: all that is purged, less what bears a mark of its own. */
function alongOf({ kinds }: Purges, purged: Readonly<Record<string, number>>): { kind: string; n: number }[] {
  return Object.entries(purged)
    .filter(([kind]) => kind !== 'accounts')
    .sort(([a], [b]) => byKind(a, b))
    .map(([kind, n]) => ({ kind, n: n - (kinds.find((k) => k.kind === kind)?.n ?? 0) }))
    .filter(({ n }) => n > 0);
}

type ExamplesProps = { slug: string; day: Day; of: Kind; along: { kind: string; n: number }[] };

function Examples({ slug, day, of: { kind, n, sample }, along }: ExamplesProps) {
  const title = purgesTitle({ kind, n, shown: sample.length }, kind === 'accounts' ? along : []);
  const query = new URLSearchParams({ ...(kind === 'accounts' ? {} : { kind }), purge_before: addDays(day, 1) });
  return (
    <div className="border-t pt-4 pb-2 first-of-type:border-t-0">
      <div className="flex items-start justify-between gap-4 px-5 pb-2 max-sm:px-4">
        <h3 className="font-medium">{title}</h3>
        <TextLink href={`/${slug}/settings/data-management/data-retention/marked?${query}`} className="shrink-0">
          In Marked
        </TextLink>
      </div>
      <Table aria-label={title}>
        <TableHeader>
          <TableHead>Name</TableHead>
          <TableHead>Status</TableHead>
          <TableHead numeric>Contract value</TableHead>
          <TableHead className="pl-8">Why</TableHead>
          <TableHead>Marked</TableHead>
        </TableHeader>
        <TableBody className="bg-transparent">
          {sample.map((row) => (
            <TableRow key={row.entity} single className="max-sm:pl-1">
              <TableCell phone="name" className="max-w-64 truncate font-medium">
                <AppLink href={`/${slug}/accounts/${encodeURIComponent(row.account)}`} className="rounded-sm hover:underline">
                  {row.name ?? decodeURIComponent(row.entity.split('/').at(-1) ?? '')}
                </AppLink>
              </TableCell>
              <TableCell phone="note">
                <ContractStatus status={row.contract_status} />
              </TableCell>
              <TableCell numeric phone="value">
                {row.contract_value === null ? <span className="text-muted-foreground">N/A</span> : formatNumber(row.contract_value)}
              </TableCell>
              <TableCell quiet phone="status" className="pl-8">
                {causeWords(row.cause)}
              </TableCell>
              <TableCell quiet phone="line" label="Marked" className="whitespace-nowrap tabular-nums">
                {formatDay(row.marked_on)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
