'use client';

import { Hourglass, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ForecastDayExamples } from '#lib/retention/forecast-day.ts';
import { pays } from '#lib/retention/rules/lifecycle.ts';
import { isAccountKind } from '#lib/retention/rules/policy.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { kindWord } from '@/components/retention/kind-name.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { CardBody } from '@/components/ui/card.tsx';
import { Code } from '@/components/ui/code.tsx';
import { count, formatDay, formatNumber, utcDay } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import type { ForecastDay } from './cut-bars.ts';

/** Whom a day to come purges and marks if nothing arrives, as examples. */
export function DayExamples({ slug, day: { day, marks, purges } }: { slug: string; day: ForecastDay }) {
  const { data, error, refetch, isPlaceholderData } = useData<ForecastDayExamples>(dataAddress(slug, 'forecast/day', { day }), {
    keep: true,
  });
  if (marks + purges === 0)
    return <CardBody className="border-t text-muted-foreground">Nothing is purged and nothing marked on this day.</CardBody>;
  if (error) return <ListFailed what="The examples" error={error} onRetry={() => void refetch()} />;
  if (!data) return <TableSkeleton rows={5} columns={3} label="Loading the examples" />;
  return (
    <div aria-busy={isPlaceholderData || undefined} className={isPlaceholderData ? 'opacity-60' : undefined}>
      <Examples
        slug={slug}
        icon={<Trash2 aria-hidden className="size-3.5 text-gone" />}
        title={titleOf(data.purges, purges, 'purge')}
        rows={data.purges}
        dated={{ head: 'Marked', of: ({ marked_on }) => marked_on }}
      />
      <Examples
        slug={slug}
        icon={<Hourglass aria-hidden className="size-3.5 text-marked" />}
        title={titleOf(data.marks, marks, 'mark')}
        rows={data.marks}
        dated={{ head: 'Last information', of: ({ last_information_at }) => utcDay(last_information_at) }}
      />
    </div>
  );
}

type Row = ForecastDayExamples['marks'][number];
type ExamplesProps = {
  slug: string;
  icon: ReactNode;
  title: string;
  rows: readonly Row[];
  dated: { head: string; of: (row: Row) => string };
};

function Examples({ slug, icon, title, rows, dated }: ExamplesProps) {
  if (rows.length === 0) return null;
  const members = !rows.every(isAccount);
  return (
    <section className="border-t">
      <h3 className="flex items-center gap-1.5 px-5 py-2.5 font-medium max-sm:px-4">
        {icon}
        {title}
      </h3>
      <Table aria-label={title} className="border-t">
        <TableHeader>
          <TableHead className="w-[28%]">Name</TableHead>
          <TableHead className="w-[12%]">Kind</TableHead>
          {members && <TableHead className="w-[20%]">Of account</TableHead>}
          <TableHead>Contract status</TableHead>
          <TableHead numeric>Contract value</TableHead>
          <TableHead className="w-[16%] pl-8">{dated.head}</TableHead>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <ExampleRow key={`${row.kind} ${row.entity}`} slug={slug} row={row} members={members} dated={dated} />
          ))}
        </TableBody>
      </Table>
    </section>
  );
}

/** The contract is the account's: its value stands at the account alone, so that it is not counted with each of its members. */
function ExampleRow({ slug, row, members, dated }: Pick<ExamplesProps, 'slug' | 'dated'> & { row: Row; members: boolean }) {
  const account = isAccount(row);
  return (
    <TableRow single className="max-sm:pl-1">
      <TableCell phone="name" className="max-w-64 truncate font-medium">
        <AppLink href={`/${slug}/accounts/${encodeURIComponent(row.account)}`} className="rounded-sm hover:underline">
          {row.name}
        </AppLink>
      </TableCell>
      <TableCell phone="status" quiet>
        {kindWord(row.kind, 1)}
      </TableCell>
      {members && (
        <TableCell phone={account ? 'hidden' : 'line'} label="Of account" quiet className="sm:max-w-44 sm:truncate">
          {!account && <Code>{row.account}</Code>}
        </TableCell>
      )}
      <TableCell phone="note">
        <ContractStatus status={row.contract_status} falls={account && pays(row.contract_status)} className="max-w-44" />
      </TableCell>
      <TableCell numeric phone={account ? 'value' : 'hidden'}>
        {account && (row.contract_value === null ? <span className="text-muted-foreground">N/A</span> : formatNumber(row.contract_value))}
      </TableCell>
      <TableCell quiet phone="line" label={dated.head} className="tabular-nums sm:pl-8">
        {formatDay(dated.of(row))}
      </TableCell>
    </TableRow>
  );
}

function titleOf(rows: readonly Row[], total: number, effect: string): string {
  const all = count(total, effect);
  const some = rows.length === total ? (total === 1 ? `The ${effect}` : `All ${all}`) : `${count(rows.length, 'example')} of ${all}`;
  return `${some} of this day if nothing arrives${rows.some(isAccount) && total > 1 ? ', accounts first, from the highest contract value' : ''}`;
}

const isAccount = ({ kind }: Row) => isAccountKind(kind);
