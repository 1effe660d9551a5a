import type { MouseEvent } from 'react';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import { Code } from '@/components/ui/code.tsx';
import { count, formatDay, formatNumber } from '@/components/ui/format.ts';
import { TableCell, TableRow } from '@/components/ui/table.tsx';
import { ContractStatus } from './contract-status.tsx';
import { DaysLeft } from './days-left.tsx';
import { causeWords, daysLeft } from './mark-words.ts';
import { alongOf, nameOf } from './marked-entity.ts';

export type MarkedRowProps = {
  row: MarkedAnswer;
  now: string;
  open: boolean;
  selected: boolean;
  onSelect: (selected: boolean) => void;
  /** How a row's name opens its panel. */
  link: (entity: string) => { href: string; onClick: (event: MouseEvent<HTMLAnchorElement>) => void };
};

export function MarkedRow({ row, now, open, selected, onSelect, link }: MarkedRowProps) {
  const name = nameOf(row);
  return (
    <TableRow selected={selected} open={open} data-entity={row.entity} className={selected ? undefined : 'hover:bg-accent/50'}>
      <TableCell phone="check" className="pr-0">
        <Checkbox
          aria-label={`Select ${name}`}
          checked={selected}
          onCheckedChange={(checked) => onSelect(checked === true)}
          className="relative z-10 align-middle"
        />
      </TableCell>
      <TableCell phone="name" className="sm:max-w-40 @4xl:max-w-60">
        <AppLink
          {...link(row.entity)}
          scroll={false}
          prefetch={false}
          aria-current={open ? 'true' : undefined}
          title={name}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {name}
        </AppLink>
        <Code className="block truncate text-muted-foreground text-xs max-sm:hidden">{identifierOf(row)}</Code>
      </TableCell>
      {row.kind !== 'accounts' && (
        <TableCell phone="status" quiet className="max-w-36 @4xl:max-w-56">
          <Code className="block truncate text-xs">{row.account}</Code>
        </TableCell>
      )}
      <WhyCell row={row} />
      <PurgeCell row={row} now={now} />
      {row.kind === 'accounts' && (
        <>
          <TableCell phone="status">
            <ContractStatus status={row.contract_status} />
          </TableCell>
          <TableCell numeric phone="value">
            {row.contract_value !== null && formatNumber(row.contract_value)}
          </TableCell>
          <TableCell numeric quiet phone="hidden">
            {formatNumber(alongOf(row))}
          </TableCell>
        </>
      )}
    </TableRow>
  );
}

function WhyCell({ row }: { row: MarkedAnswer }) {
  const days = row.inactive_days === null ? 'N/A' : count(row.inactive_days, 'inactive day');
  const along = alongOf(row);
  return (
    <TableCell phone="note" className="sm:max-w-32 @4xl:max-w-56">
      <span className="block truncate max-sm:hidden" title={row.root === null ? undefined : `Goes with ${row.root}`}>
        {row.cause === 'parent' && row.root !== null ? `Goes with ${row.root}` : causeWords(row.cause)}
      </span>
      <span className="block text-muted-foreground text-xs tabular-nums">
        {days}
        {along > 0 && <span className="sm:hidden">, {formatNumber(along)} go along</span>}
      </span>
    </TableCell>
  );
}

function PurgeCell({ row, now }: { row: MarkedAnswer; now: string }) {
  if (row.marked_on === null || row.purge_on === null) return <TableCell phone="hidden" />;
  const left = daysLeft(row.purge_on, now);
  const purge = formatDay(row.purge_on, { year: false });
  return (
    <TableCell phone="line" className="sm:w-40 @4xl:w-48">
      <DaysLeft left={left} className="max-sm:hidden">
        {formatDay(row.marked_on, { year: false })} → <strong>{purge}</strong>
      </DaysLeft>
      <span className="sm:hidden">
        <DaysLeft left={left} line>
          Purge {purge}
        </DaysLeft>
      </span>
    </TableCell>
  );
}

function identifierOf(row: MarkedAnswer): string {
  if (row.kind === 'accounts') return row.account;
  return row.kind === 'users' ? row.user : row.object;
}
