import type { AccountAnswer } from '#lib/entities/rules/entity-answer.ts';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Code } from '@/components/ui/code.tsx';
import { formatDay, formatNumber } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { When } from '@/components/ui/when.tsx';
import { AccountState } from './account-state.tsx';
import { inactiveText } from './inactive-text.ts';

export type AccountsTableProps = {
  rows: readonly AccountAnswer[];
  /** The address of one's page. */
  hrefOf: (account: string) => string;
  sort: { href: string; direction: 'ascending' | 'descending' };
};

/** Accounts as a list: who, in which state, and since when silent. */
export function AccountsTable({ rows, hrefOf, sort }: AccountsTableProps) {
  return (
    <Table bleed aria-label="Accounts">
      <TableHeader>
        <TableHead sort={sort}>Account</TableHead>
        <TableHead>State</TableHead>
        <TableHead>Status</TableHead>
        <TableHead numeric>Value</TableHead>
        <TableHead numeric>Inactive days</TableHead>
        <TableHead numeric>Last information</TableHead>
        <TableHead className="pl-8">Parent</TableHead>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.account} row={row} hrefOf={hrefOf} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ row, hrefOf }: { row: AccountAnswer; hrefOf: AccountsTableProps['hrefOf'] }) {
  return (
    <TableRow className="hover:bg-accent/50 max-sm:pl-1">
      <TableCell phone="name" className="sm:max-w-72">
        <AppLink href={hrefOf(row.account)} className="block truncate font-medium after:absolute after:inset-0">
          {row.name ?? row.account}
        </AppLink>
        <Code className="block truncate text-muted-foreground text-xs">{row.account}</Code>
      </TableCell>
      <TableCell phone="value">
        <AccountState of={row} />
        {row.purge_on && (
          <span className="block text-muted-foreground text-xs tabular-nums">Purge {formatDay(row.purge_on, { year: false })}</span>
        )}
      </TableCell>
      <TableCell phone="status">
        <ContractStatus status={row.contract_status} />
      </TableCell>
      <TableCell numeric phone="hidden">
        {row.contract_value !== null && formatNumber(row.contract_value)}
      </TableCell>
      <TableCell numeric phone="note" quiet className="max-sm:text-xs">
        {inactiveText(row.inactive_days)}
        <span className="sm:hidden"> inactive days</span>
      </TableCell>
      <TableCell numeric quiet phone="hidden">
        <When at={row.last_information_at} quiet className="relative" />
      </TableCell>
      <TableCell quiet phone="hidden" className="max-w-48 pl-8">
        {row.parent !== null && <Code className="block truncate text-xs">{row.parent}</Code>}
      </TableCell>
    </TableRow>
  );
}
